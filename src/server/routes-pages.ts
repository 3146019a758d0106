import fastifyStatic from '@fastify/static'
import { docsPage, docsStyle, type Described } from './docs.ts'
import { setCookie } from './cookies.ts'
import { type App, type House, ownerOf } from './house.ts'
import { Problem } from './problem.ts'
import { Type } from '@fastify/type-provider-typebox'

const bare = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tawafuq</title></head><body><p>The service runs; its pages are not built here.
<a href="/api/docs">What it answers</a></p></body></html>`

const described = (app: App): void => {
  app.get('/api/openapi.json', { config: { access: 'reader' }, schema: { hide: true } }, async () => app.swagger())
  app.get('/api/docs', { config: { access: 'reader' }, schema: { hide: true } }, async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(app.swagger() as unknown as Described)))
  app.get('/api/docs.css', { config: { access: 'everybody' }, schema: { hide: true } }, async (_, reply) => reply.type('text/css; charset=utf-8').send(docsStyle))
}

const entrance = (app: App, house: House): void => {
  const { token, sessions, reach, pages } = house
  app.get('/', { config: { access: 'everybody', page: true }, schema: { hide: true, querystring: Type.Object({ token: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: true }) } }, async (request, reply) => {
    const given = request.query.token
    if (given === undefined) return pages === null ? reply.type('text/html; charset=utf-8').send(bare) : reply.sendFile('index.html')
    if (!token?.spend(given)) throw new Problem('spent', 'This address works once. Start the server again for a new one; whoever used it is signed in.')
    return setCookie('session', request, reply, reach, sessions.begin(ownerOf(house), null)).redirect('/', 303)
  })
}

/** The built pages of the workbench lie below one folder; nothing else of the disk is served. */
const built = async (app: App, folder: string): Promise<void> => {
  app.addHook('onRoute', (route) => {
    if (route.url === '/*') route.config = { ...route.config, access: 'everybody' }
  })
  await app.register(fastifyStatic, { root: folder, index: false, dotfiles: 'deny', cacheControl: true, maxAge: '1h' })
}

/** The pages, the entrance with its token, and the description of the service. */
export const pageRoutes = async (app: App, house: House): Promise<void> => {
  described(app)
  if (house.pages !== null) await built(app, house.pages)
  entrance(app, house)
}
