/** Style sheets are bundled by Vite; the screens import them for their effect only. */
declare module '*.css'
