import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

export const root = join(import.meta.dirname, '..', '..')

/** Where a workbench runs that may be tried out, with the sample of China and Kazakhstan in its ledger; null when none is given. */
export const start = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> } | null> => {
  const url = process.env['TAWAFUQ_URL']
  return url === undefined ? null : { url: url.replace(/\/$/, ''), stop: async () => {} }
}

/** The browser that lies in the package. Its own arguments are for one page in one process, so they are not used. */
export const browser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu'], headless: true })
