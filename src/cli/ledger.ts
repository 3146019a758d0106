import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { terms } from '../server/index.ts'
import { type Ledger, openLedger, Refusal } from '../store/index.ts'

/** Where a user's data lies, by the habits of the system. */
const dataFolder = ({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'>): string => {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share')
}

/** The ledger that is meant: named by --ledger, by TAWAFUQ_LEDGER, else the one of the user. */
export const ledgerPath = (option: string | undefined): string => option ?? process.env['TAWAFUQ_LEDGER'] ?? join(dataFolder(process), 'tawafuq', 'ledger.sqlite')

/** The file of the accounts: named by --accounts, else beside the ledger; of a ledger in a database, in the user's data folder. */
export const accountsPath = (option: string | undefined, ledger: string): string => option ?? (ledger.includes('://') ? join(dataFolder(process), 'tawafuq', 'accounts.sqlite') : `${ledger}.accounts`)

/** A mistyped name must not make an empty ledger that is well because nothing is in it: only what writes documents makes one. */
const mustBeThere = (path: string): void => {
  if (!/^[a-z]{2,}:/.test(path) && !existsSync(path)) throw new Refusal(`there is no ledger ${path}. tawafuq record FILE makes one there; --ledger or TAWAFUQ_LEDGER name another.`)
}

/**
 * Opens a ledger with the clock of the machine, does something with it and closes it, whatever happens. `making`: a ledger that is not there is
 * made.
 */
export const withLedger = async <T>(option: string | undefined, work: (ledger: Ledger) => Promise<T>, making = false): Promise<T> => {
  if (!making) mustBeThere(ledgerPath(option))
  const ledger = await openLedger(ledgerPath(option), { now: () => new Date().toISOString(), terms })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}
