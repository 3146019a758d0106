type Schema = { readonly [keyword: string]: unknown }
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: Schema }
type Operation = {
  readonly summary?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>
}
/** As much of an OpenAPI document as the types are made from. */
export type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

const key = (name: string): string => (/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name))
const union = (all: readonly string[]): string => (all.length === 0 ? 'unknown' : all.join(' | '))
const scalars: Readonly<Record<string, string>> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }

const fields = ({ properties = {}, required = [], additionalProperties }: Schema): string => {
  const needed = new Set(required as readonly string[])
  const own = Object.entries(properties as Readonly<Record<string, Schema>>).map(([name, schema]) => `readonly ${key(name)}${needed.has(name) ? '' : '?'}: ${typeOf(schema)}`)
  const open = additionalProperties === true ? ['readonly [more: string]: unknown'] : typeof additionalProperties === 'object' ? [`readonly [name: string]: ${typeOf(additionalProperties as Schema)}`] : []
  const all = [...own, ...open]
  return all.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${all.join('; ')} }`
}

/** A schema as a type. */
const typeOf = (schema: Schema): string => {
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['enum'])) return union(schema['enum'].map((value) => JSON.stringify(value)))
  if (Array.isArray(schema['anyOf'])) return union((schema['anyOf'] as readonly Schema[]).map(typeOf))
  if (schema['type'] === 'array') return `(${typeOf((schema['items'] ?? {}) as Schema)})[]`
  if (schema['type'] === 'object') return fields(schema)
  return scalars[String(schema['type'])] ?? 'unknown'
}

const contentOf = (content: Content | undefined): string =>
  content === undefined ? '{ content?: never }' : `{ content: { ${Object.entries(content).map(([type, { schema }]) => `${JSON.stringify(type)}: ${type === 'application/octet-stream' ? 'Blob' : typeOf(schema ?? {})}`).join('; ')} } }`

const parametersOf = (all: readonly Parameter[]): string => {
  const groups = ['query', 'header', 'path'].map((place) => {
    const own = all.filter((one) => one.in === place)
    if (own.length === 0) return `${place}?: never`
    return `${place}${own.some(({ required }) => required) ? '' : '?'}: { ${own.map(({ name, required, schema }) => `readonly ${key(name)}${required ? '' : '?'}: ${typeOf(schema ?? {})}`).join('; ')} }`
  })
  return `{ ${groups.join('; ')} }`
}

const operationOf = ({ summary = '', parameters = [], requestBody, responses = {} }: Operation, method: string): string => [
  `    /** ${summary.replaceAll('*/', '* /')} */`,
  `    ${method}: {`,
  `      parameters: ${parametersOf(parameters)}`,
  `      requestBody${requestBody ? `: ${contentOf(requestBody.content)}` : '?: never'}`,
  '      responses: {',
  ...Object.entries(responses).map(([status, { content }]) => `        ${status}: { headers: { [name: string]: unknown } } & ${contentOf(content)}`),
  '      }',
  '    }',
].join('\n')

/** The types of a service, in the shape that openapi-fetch reads. */
export const typesOf = ({ paths }: Described): string => [
  '// Made by `npm run client` from the description of the service. A test compares it with a fresh one.',
  '',
  'export type paths = {',
  ...Object.entries(paths).toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([path, methods]) => [`  ${JSON.stringify(path)}: {`, ...Object.entries(methods).map(([method, operation]) => operationOf(operation, method)), '  }']),
  '}',
  '',
].join('\n')
