/** The date if it is one of the calendar: a year, a month of it, or a day; else null. */
export const day = (date: string): string | null => {
  const [, year, month = '01', dayOfMonth = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (year === undefined) return null
  const full = `${year}-${month}-${dayOfMonth}`
  const time = Date.parse(`${full}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full) ? date : null
}
