// Compiles every pack anew, and the labels of titles, for publishing: an installed package brings what is compiled and not its sources.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileAll } from '../naming/compile.ts'
import { loadPack } from '../reader/lexicon/load.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'src', 'packs')
const languages = readdirSync(sources).filter((name) => existsSync(join(sources, name, 'pack.yaml')))

rmSync(join(root, 'build', 'packs'), { recursive: true, force: true })
for (const language of languages) loadPack(language)
writeFileSync(join(root, 'build', 'packs', 'labels.json'), JSON.stringify(compileAll(join(root, 'src'))))
