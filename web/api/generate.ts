// Writes the types of the service anew: npm run client
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { description } from './description.ts'
import { typesOf } from './typescript.ts'

writeFileSync(join(import.meta.dirname, 'service.ts'), typesOf(await description()))
