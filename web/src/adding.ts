/** A text that is to be added: a file that was dropped, or the words of a paste. */
export type Offered = { readonly name: string; readonly body: Blob | string; readonly date: string | null }

/** The day at the head of a file's name, as in `2015-08-25-seventh-session.txt`. */
export const dayInName = (name: string): string | null => {
  const found = /(?:^|[^\d])(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(name)
  if (!found) return null
  const day = `${found[1]}-${found[2]}-${found[3]}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}

/** A file as it is: the server tells its encoding, and whether it is a text at all. */
export const offeredFile = (file: File): Offered => ({ name: file.name, body: file, date: dayInName(file.name) })

/** What of something that was dropped is asked: a file, or a folder with more of them. */
type Dropped = { readonly kind: string; readonly getFile?: () => Promise<File>; readonly getEntries?: () => AsyncIterable<Dropped> }

/** Hidden files are left by systems, and are no reports. */
const hidden = (name: string): boolean => name.startsWith('.')

const inFolder = async (entries: AsyncIterable<Dropped>): Promise<readonly File[]> => {
  const all: File[] = []
  for await (const one of entries) all.push(...(await filesIn([one])))
  return all
}

/** All files that were dropped, those of folders too. */
export const filesIn = async (dropped: readonly Dropped[]): Promise<readonly File[]> => {
  const all = await Promise.all(dropped.map(async ({ getFile, getEntries }) => (getFile ? [await getFile()] : getEntries ? inFolder(getEntries()) : [])))
  return all.flat().filter(({ name }) => !hidden(name))
}
