import { fileURLToPath } from 'node:url'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { expect, it } from 'vitest'
import { registry } from '../../nodes/definitions.ts'
import { effects } from '../../nodes/effects.ts'
import { testApi } from '../testing/api.ts'
import { testWorkspace } from '../testing/workspace.ts'

const file = fileURLToPath(new URL('../../canvas-ui/api/schema.gen.ts', import.meta.url))
const HEAD =
  '// Written by `npx vitest run engine/api/client -u` from what the server says of itself at /openapi.json.\n'

it('the browser is told the types of every route (-u writes canvas-ui/api/schema.gen.ts anew)', async () => {
  const w = await testWorkspace({ registry, effects })
  const api = await testApi(w)
  const described = api.app.swagger() as OpenAPI3 // of the version that server.ts says
  await api.close()
  await w.close()
  await expect(HEAD + astToString(await openapiTS(described))).toMatchFileSnapshot(file)
})
