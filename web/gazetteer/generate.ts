// Writes the places of the map anew: npm run gazetteer
import { writeFileSync } from 'node:fs'
import { file, gazetteer, written } from './gazetteer.ts'

writeFileSync(file, written(gazetteer()))
