import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { hash, verify } from '@node-rs/argon2'
import { Misuse, Unknown } from '../ledger/index.ts'
import { type Caller, type Role, roles } from './access.ts'
import { isName } from './deciding.ts'
import { gate } from './gate.ts'
import type { Within } from './within.ts'

/** Who somebody is to an OpenID provider. Only both together name one person for good: addresses and names are given to others in time. */
export type Identity = { readonly issuer: string; readonly subject: string }

/** Somebody who may sign in: with a password, or where there is an `identity`, by it alone. `stamp` changes with everything that ends the sessions of the account. */
export type Account = Caller & { readonly identity: Identity | null; readonly stamp: string }

/** The accounts of a server, kept in a file of their own. */
export type Accounts = {
  readonly add: (caller: Caller, password: string) => Promise<void>
  /** Adds an account that an organisation lets in. */
  readonly admit: (caller: Caller, identity: Identity) => void
  readonly remove: (name: string) => void
  readonly setPassword: (name: string, password: string) => Promise<void>
  readonly all: () => readonly Account[]
  readonly find: (name: string) => Account | null
  readonly identified: (identity: Identity) => Account | null
  /** The account, if the password is right; takes as long when there is none of that name. */
  readonly check: (name: string, password: string) => Promise<Account | null>
  readonly close: () => void
}

/** Memory in KiB, rounds and lanes of argon2id, as OWASP advises (2024). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash takes a processor and its memory: no more than so many at once, and few that wait. */
const hashing = gate(2, 16)

const [shortest, longest] = [12, 1024]

const checkedPassword = (password: string): string => {
  if (Array.from(password).length < shortest) throw new Misuse(`The password is too short: take at least ${shortest} characters, several words for example.`)
  if (Buffer.byteLength(password) > longest) throw new Misuse(`The password is too long: at most ${longest} bytes are taken.`)
  return password
}

const checkedCaller = ({ name, role, within }: Caller): Caller => {
  if (!isName(name)) throw new Misuse(`${name} is no name: 1 to 80 characters without # " and \\.`)
  if (role === 'administrator' && within !== null) throw new Misuse('An administrator looks after the whole ledger and cannot be limited to some states. Give the role editor.')
  return { name, role, within }
}

/** What OpenID Connect allows as a subject: at most so many signs of ASCII. */
const isSubject = (subject: string): boolean => /^[\x21-\x7e]{1,255}$/.test(subject)

/** An issuer as it is kept and looked up: with and without a stroke after its host it is the same. */
const addressOf = (issuer: string): string => URL.parse(issuer)?.href ?? issuer

const checkedIdentity = ({ issuer, subject }: Identity): Identity => {
  if (URL.parse(issuer) === null) throw new Misuse(`--oidc ${issuer} is no issuer: write its address as the organisation tells it, https://sign-in.example.`)
  if (!isSubject(subject)) throw new Misuse('--subject is no subject: 1 to 255 letters, digits and signs without blanks, as the organisation calls the person (sub).')
  return { issuer: addressOf(issuer), subject }
}

/** `hash`: empty where there is no password. */
type Row = { readonly name: string; readonly role: string; readonly within: string; readonly stamp: string; readonly hash: string; readonly issuer: string | null; readonly subject: string | null }

const roleNamed = (name: string): Role => {
  const role = roles.find((one) => one === name)
  if (role === undefined) throw new RangeError(`the file of accounts has the role "${name}"; ${roles.join(', ')} are known`)
  return role
}

const accountOf = ({ name, role, within, stamp, issuer, subject }: Row): Account =>
  ({ name, role: roleNamed(role), within: JSON.parse(within) as Within, stamp, identity: issuer === null || subject === null ? null : { issuer, subject } })

const tables = `PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS account (name TEXT PRIMARY KEY, role TEXT NOT NULL, within TEXT NOT NULL, stamp TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS identity (name TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE, issuer TEXT NOT NULL, subject TEXT NOT NULL, UNIQUE (issuer, subject)) STRICT`

const rows = 'SELECT name, role, within, stamp, hash, issuer, subject FROM account LEFT JOIN identity USING (name)'

const opened = (path: string): DatabaseSync => {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  const file = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true })
  file.exec(tables)
  if (process.platform !== 'win32') for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) chmodSync(path + part, 0o600)
  return file
}

const byOrganisation = ({ name, issuer }: Row): Misuse => new Misuse(`${name} signs in at ${issuer} and has no password. To give one, remove the account and add it again.`)

const noAccount = (name: string): Unknown => new Unknown(`There is no account ${name}. tawafuq account list shows all.`)

/** The hash of a password that nobody knows, for names that are not there. */
let nobody: Promise<string> | null = null

/** Opens the accounts in a file; it is made, for its owner alone, when it is not there. */
export const openAccounts = (path: string): Accounts => {
  const file = opened(path)
  const [named, known] = [file.prepare(`${rows} WHERE name = ?`), file.prepare(`${rows} WHERE issuer = ? AND subject = ?`)]
  const rowOf = (name: string): Row | null => (named.get(name) as Row | undefined) ?? null
  const identified = ({ issuer, subject }: Identity): Account | null => {
    const row = known.get(addressOf(issuer), subject) as Row | undefined
    return row === undefined ? null : accountOf(row)
  }
  const put = ({ name, role, within }: Caller, hashed: string): void => {
    if (rowOf(name)) throw new Misuse(`There is an account ${name} already. Remove it first, or choose another name.`)
    file.prepare('INSERT INTO account (name, role, within, stamp, hash) VALUES (?, ?, ?, ?, ?)').run(name, role, JSON.stringify(within), randomUUID(), hashed)
  }
  return {
    identified,
    add: async (caller, password) => put(checkedCaller(caller), await hash(checkedPassword(password), cost)),
    admit: (caller, identity) => {
      const [{ name, ...rest }, { issuer, subject }] = [checkedCaller(caller), checkedIdentity(identity)]
      const taken = identified(identity)
      if (taken) throw new Misuse(`${issuer} ${subject} is ${taken.name} already. Remove that account first.`)
      file.exec('BEGIN IMMEDIATE')
      try {
        put({ name, ...rest }, '')
        file.prepare('INSERT INTO identity (name, issuer, subject) VALUES (?, ?, ?)').run(name, issuer, subject)
        file.exec('COMMIT')
      } catch (error) {
        file.exec('ROLLBACK')
        throw error
      }
    },
    remove: (name) => {
      if (file.prepare('DELETE FROM account WHERE name = ?').run(name).changes === 0) throw noAccount(name)
    },
    setPassword: async (name, password) => {
      const row = rowOf(name)
      if (!row) throw noAccount(name)
      if (row.issuer !== null) throw byOrganisation(row)
      file.prepare('UPDATE account SET hash = ?, stamp = ? WHERE name = ?').run(await hash(checkedPassword(password), cost), randomUUID(), name)
    },
    all: () => (file.prepare(`${rows} ORDER BY name`).all() as Row[]).map(accountOf),
    find: (name) => {
      const row = rowOf(name)
      return row && accountOf(row)
    },
    check: (name, password) => hashing(async () => {
      nobody ??= hash(randomUUID(), cost)
      const row = rowOf(name)
      const right = await verify(row?.hash || (await nobody), password)
      return right && row ? accountOf(row) : null
    }),
    close: () => file.close(),
  }
}
