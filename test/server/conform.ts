import assert from 'node:assert/strict'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Served } from './served.ts'

type Content = Readonly<Record<string, { readonly schema: object }>>
type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, { readonly content?: Content }>> }>>>> }

/** Holds answers against what the description of the service says of them. */
export const conforming = (house: Served) => {
  const ajv = new Ajv2020({ strict: false })
  const checks = new Map<string, ValidateFunction>()
  const checkOf = (method: string, route: string, status: number): ValidateFunction => {
    const key = `${method} ${route} ${status}`
    const { paths } = house.service.app.swagger() as unknown as Described
    const schema = paths[route]?.[method]?.responses[String(status)]?.content?.['application/json']?.schema
    assert.ok(schema, `${key} is not described`)
    const made = checks.get(key) ?? ajv.compile(schema)
    checks.set(key, made)
    return made
  }
  return (method: 'get' | 'post' | 'delete', route: string, status: number, value: unknown): void => {
    const check = checkOf(method, route, status)
    assert.ok(check(value), `${method} ${route}: ${JSON.stringify(check.errors)}`)
  }
}
