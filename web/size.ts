import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** How much JavaScript comes with the first page, gzipped, and how much it may be. */
const most = 250_000
const built = join(import.meta.dirname, '..', 'dist-web')

const page = readFileSync(join(built, 'index.html'), 'utf8')
const first = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, file]) => file!)
const size = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0)

console.log(`The first page brings ${(size / 1000).toFixed(1)} kB of JavaScript in ${first.length} files, gzipped; at most ${most / 1000} kB are allowed.`)
if (size > most) process.exitCode = 1
