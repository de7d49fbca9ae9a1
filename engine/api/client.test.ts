import { fileURLToPath } from 'node:url'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { ownApi } from '../testing/own-api.ts'

const file = fileURLToPath(new URL('../../canvas-ui/api/schema.gen.ts', import.meta.url))
const { api } = await ownApi()
const HEAD =
  '// Written by `npx vitest run engine/api/client -u` from what the server says of itself at /openapi.json.\n'

it('the browser is told the types of every route (-u writes canvas-ui/api/schema.gen.ts anew)', async () => {
  const described = api.app.swagger() as OpenAPI3 // of the version that server.ts says
  await expect(HEAD + astToString(await openapiTS(described))).toMatchFileSnapshot(file)
})
