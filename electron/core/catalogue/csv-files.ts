/**
 * The starting catalogues, bundled as text: file name → CSV (UTF-8, comma, heading row). Sources and doubts stand
 * in the files' own `source` columns.
 */
const files = import.meta.glob<string>('../../../resources/catalogue/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The rows of a starting catalogue as records by heading. Throws when the file is not bundled: a build fault. */
export function catalogueRows(name: string): readonly Readonly<Record<string, string>>[] {
  const text = files[`../../../resources/catalogue/${name}.csv`]
  if (text === undefined) throw new Error(`the catalogue ${name}.csv is not in the build`)
  const [headings = [], ...rows] = parse(text)
  return rows.map(cells =>
    Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? ''])),
  )
}

/** Only for these trusted files: quoted cells with doubled quotes, no line breaks inside. */
function parse(text: string): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}
