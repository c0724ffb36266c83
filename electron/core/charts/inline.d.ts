/** A file that is built into the program, as a `data:` address. */
declare module '*?inline' {
  const address: string
  // biome-ignore lint/style/noDefaultExport: what the bundler hands out is a default export
  export default address
}
