import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { openAccounts } from '../../src/server/index.ts'
import { run } from '../run.ts'
import { started } from './served.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawafuq-serve-'))
after(() => rmSync(folder, { recursive: true }))
const ledger = join(folder, 'ledger.sqlite')

test('serve prints an address that opens once, and ends in order', async () => {
  const { child, address } = await started(ledger)
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  const entered = await fetch(address, { redirect: 'manual' })
  assert.equal(entered.status, 303)
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const board = await fetch(new URL('/api/board', address), { headers: { cookie } })
  assert.deepEqual([board.status, ((await board.json()) as { threads: unknown[] }).threads], [200, []])
  assert.equal((await fetch(address, { redirect: 'manual' })).status, 403)
  const taken = run(['serve', '--ledger', ledger, '--port', new URL(address).port])
  assert.equal(taken.code, 2)
  assert.match(taken.err, /is taken by another program\. Choose another with --port/)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

const openssl = spawnSync('openssl', ['version']).status === 0

test('with a certificate it speaks TLS, and the cookie is for TLS only', { skip: !openssl && 'openssl is not here to make a certificate' }, async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-days', '1', '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const { child, address } = await started(ledger, ['--cert', cert, '--key', key])
  const entered = await new Promise<IncomingMessage>((done, failed) => { get(address, { rejectUnauthorized: false, agent: false }, done).on('error', failed) })
  entered.resume()
  assert.match(address, /^https:/)
  assert.match(String(entered.headers['set-cookie']), /^__Host-tawafuq=.*; Secure$/)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

const empty = join(folder, 'empty')
writeFileSync(empty, '')

const misuses = [
  [['serve', '--host', '0.0.0.0'], /lets others in, and there are no accounts/],
  [['serve', '--proxy'], /--proxy lets others in, and there are no accounts/],
  [['serve', '--cert', 'x'], /--cert and --key go together/],
  [['serve', '--oidc', 'https://sign-in.example'], /--oidc and --oidc-client go together/],
  [['serve', '--oidc-client', 'ledger'], /--oidc and --oidc-client go together/],
  [['serve', '--oidc', 'sign-in.example', '--oidc-client', 'ledger'], /--oidc sign-in\.example is no issuer/],
  [['serve', '--oidc', 'https://sign-in.example', '--oidc-client', 'ledger', '--oidc-secret-file', '/nowhere/secret'], /\/nowhere\/secret cannot be read \(ENOENT\)/],
  [['serve', '--oidc', 'https://sign-in.example', '--oidc-client', 'ledger', '--oidc-secret-file', empty], /is empty\. Put the secret there/],
  [['serve', '--port', '70000'], /--port 70000 is no port/],
  [['account'], /Write it as: tawafuq account add NAME/],
  [['account', 'add'], /Write it as/],
  [['account', 'add', 'A#B'], /A#B is no name/],
  [['account', 'add', 'Aigul', '--role', 'king'], /--role king is not known: reader, editor, administrator are/],
  [['account', 'add', 'Aigul', '--between', 'CN'], /--between needs two states at least/],
  [['account', 'add', 'Aigul', '--between', 'CN,KZ', '--role', 'administrator'], /An administrator looks after the whole ledger/],
  [['account', 'add', 'Aigul', '--oidc', 'https://sign-in.example'], /--oidc and --subject go together/],
  [['account', 'add', 'Aigul', '--oidc', 'sign-in', '--subject', '1'], /--oidc sign-in is no issuer/],
  [['account', 'add', 'Aigul', '--oidc', 'https://sign-in.example', '--subject', 'a b'], /--subject is no subject/],
  [['account', 'remove', 'Nobody'], /There is no account Nobody/],
] as const

for (const [args, message] of misuses) {
  test(`${args.join(' ')} is refused with the cure`, () => {
    const { code, err } = run([...args, '--ledger', ledger], 'four words are long\n')
    assert.equal(code, 2, err)
    assert.match(err, message)
  })
}

test('accounts are added, listed, given a new password and removed', () => {
  const accounts = (...args: readonly string[]) => run(['account', ...args, '--ledger', ledger], 'four words are long\n')
  assert.deepEqual(accounts('list').out, 'There are no accounts. tawafuq account add NAME adds one.\n')
  assert.equal(accounts('add', 'Aigul', '--role', 'editor', '--between', 'cn,kz', '--between', 'KZ,OM').out, 'Added Aigul.\n')
  assert.match(accounts('add', 'Aigul').err, /There is an account Aigul already/)
  assert.equal(accounts('list').out, 'Aigul  editor  between CN,KZ and KZ,OM\n')
  assert.match(accounts('password', 'Aigul').out, /has a new password/)
  assert.match(run(['account', 'password', 'Aigul', '--ledger', ledger], 'short\n').err, /The password is too short: take at least 12 characters/)
  assert.equal(statSync(`${ledger}.accounts`).mode & 0o077, 0, 'nobody else reads the file')
  assert.equal(accounts('remove', 'Aigul').out, 'Removed Aigul.\n')
  assert.equal(accounts('add', 'Rana', '--oidc', 'https://sign-in.example', '--subject', 'x-1').out, 'Added Rana.\n')
  assert.equal(accounts('list').out, 'Rana  reader  by https://sign-in.example/ as x-1\n')
  assert.match(accounts('password', 'Rana').err, /Rana signs in at https:\/\/sign-in\.example\/ and has no password/)
})

test('accounts that were kept before organisations signed people in are read as they were', async () => {
  const path = join(folder, 'before.accounts')
  const file = new DatabaseSync(path)
  file.exec("CREATE TABLE account (name TEXT PRIMARY KEY, role TEXT NOT NULL, within TEXT NOT NULL, stamp TEXT NOT NULL, hash TEXT NOT NULL) STRICT; INSERT INTO account VALUES ('Omar', 'editor', 'null', 's', 'h')")
  file.close()
  const accounts = await openAccounts(path)
  assert.deepEqual(accounts.all(), [{ name: 'Omar', role: 'editor', within: null, stamp: 's', identity: null }])
  accounts.close()
})

test('the help of both names every option', () => {
  assert.match(run(['serve', '--help']).out, /--port N .*--host H .*--cert FILE .*--open/s)
  assert.match(run(['account', '--help']).out, /--role ROLE .*--between CN,KZ/s)
})
