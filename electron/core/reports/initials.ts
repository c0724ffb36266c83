/**
 * "Nguyễn Văn An" → "N. V. A.": lists in a report may leave the office, and there a person is told apart by the
 * dossier code, not by the name (procedure.md §9).
 */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(word => word !== '')
    .map(word => `${Array.from(word)[0] ?? ''}.`)
    .join(' ')
