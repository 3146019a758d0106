type Schema = { readonly [keyword: string]: unknown }
type Operation = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly 'x-access'?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>
}
/** As much of an OpenAPI document as the page shows. */
export type Described = { readonly info: { readonly title: string; readonly version: string; readonly description?: string }; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const codes = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(' | ')

/** A schema as a type is written, to so many levels of indentation. */
const shape = (schema: Schema, indent = ''): string => {
  if (Array.isArray(schema['enum'])) return codes(schema['enum'])
  if (schema['const'] !== undefined) return JSON.stringify(schema['const'])
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as readonly Schema[]).map((one) => shape(one, indent)).join(' | ')
  if (schema['type'] === 'array') return `[ ${shape((schema['items'] ?? {}) as Schema, indent)} … ]`
  if (schema['type'] === 'object') return fields(schema, indent)
  return typeof schema['type'] === 'string' ? schema['type'] : 'anything'
}

const fields = ({ properties, required, additionalProperties }: Schema, indent: string): string => {
  const needed = new Set((required ?? []) as readonly string[])
  const lines = Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>).map(([name, one]) => `${indent}  ${name}${needed.has(name) ? '' : '?'}: ${shape(one, `${indent}  `)}`)
  if (lines.length === 0) return 'object'
  return `{\n${[...lines, ...(additionalProperties === false ? [] : [`${indent}  …`])].join('\n')}\n${indent}}`
}

const contents = (title: string, content: Readonly<Record<string, { readonly schema?: Schema }>> | undefined): string =>
  Object.entries(content ?? {}).map(([type, { schema }]) => `<details><summary>${escaped(title)} <code>${escaped(type)}</code></summary><pre>${escaped(shape(schema ?? {}))}</pre></details>`).join('')

const parameter = ({ name, in: place, required, description = '', schema = {} }: NonNullable<Operation['parameters']>[number]): string =>
  `<tr><td><code>${escaped(name)}</code><td>${escaped(place)}${required ? ', needed' : ''}<td>${escaped(shape(schema))}<td>${escaped(description)}</tr>`

const operation = (path: string, method: string, { summary = '', parameters = [], requestBody, responses = {}, ...rest }: Operation): string => {
  const id = `${method}-${path.replaceAll(/[^a-z0-9]+/gi, '-')}`
  return `<section id="${escaped(id)}"><h3><code>${method.toUpperCase()} ${escaped(path)}</code></h3><p>${escaped(summary)}. <small>For: ${escaped(rest['x-access'] ?? '')}</small></p>${
    parameters.length > 0 ? `<table><thead><tr><th>name<th>in<th>value<th>meaning</thead><tbody>${parameters.map(parameter).join('')}</tbody></table>` : ''}${
    contents('Takes', requestBody?.content)}${Object.entries(responses).filter(([status]) => status !== 'default').map(([status, { content }]) => contents(`Answers ${status}`, content)).join('')}</section>`
}

/** The description of the service as a page without any script. */
export const docsPage = ({ info, paths }: Described): string => {
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one, tag: one.tags?.[0] ?? 'other' })))
  const sections = [...Map.groupBy(all, ({ tag }) => tag)].map(([tag, group]) => `<h2>${escaped(tag)}</h2>${group.map(({ path, method, one }) => operation(path, method, one)).join('')}`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(info.title)}</title><link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>${escaped(info.title)} ${escaped(info.version)}</h1>${
    (info.description ?? '').split('\n\n').map((text) => `<p>${escaped(text)}</p>`).join('')}<p><a href="/api/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}</main></body></html>`
}

/** A refusal for people who came here with a browser. */
export const refusalPage = ({ title, detail }: { readonly title: string; readonly detail: string }): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="/api/docs.css"></head><body><main><h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p><a href="/">Tawafuq</a></p></main></body></html>`

export const docsStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 3rem; border-bottom: 1px solid }
section { margin: 1.5rem 0 }
code, pre { font: 0.9em/1.4 ui-monospace, monospace }
pre { overflow: auto; padding: 0.5rem; border-inline-start: 2px solid }
table { border-collapse: collapse; width: 100% }
td, th { text-align: start; vertical-align: top; padding: 0.2rem 0.6rem 0.2rem 0; overflow-wrap: anywhere }
`
