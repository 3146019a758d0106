import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openService } from '../../src/server/index.ts'
import type { Described } from './typescript.ts'

/** The description of the service, from a server that listens nowhere. */
export const description = async (): Promise<Described> => {
  const folder = mkdtempSync(join(tmpdir(), 'tawafuq-client-'))
  const service = await openService({ ledger: join(folder, 'ledger.sqlite'), accounts: join(folder, 'none'), host: '127.0.0.1', tls: null, proxy: false, organisation: null, address: null, pages: join(folder, 'none'), owner: 'nobody', readers: 1, log: null })
  try {
    return service.app.swagger() as unknown as Described
  } finally {
    await service.close()
    rmSync(folder, { recursive: true })
  }
}
