// Compiles every pack anew, for publishing: an installed package brings the compiled packs and not their sources.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../reader/lexicon/load.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'src', 'packs')
const languages = readdirSync(sources).filter((name) => existsSync(join(sources, name, 'pack.yaml')))

rmSync(join(root, 'build', 'packs'), { recursive: true, force: true })
for (const language of languages) loadPack(language)
