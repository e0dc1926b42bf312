/** How operations are written down in OpenAPI, once for all paths. */
export const PROBLEM = { $ref: '#/components/responses/Problem' }
export const OBJECT = { type: 'object' }

export const json = (schema: object, type = 'application/json') => ({ description: 'OK', content: { [type]: { schema } } })
export const parameter = (name: string) => ({ $ref: `#/components/parameters/${name}` })

const operation =
  (method: string, status: string) =>
  (operationId: string, response: object, rest: object = {}) => ({
    [method]: { operationId, responses: { [status]: response, default: PROBLEM }, ...rest },
  })

export const get = operation('get', '200')
export const put = operation('put', '200')
export const patch = operation('patch', '200')

/** @param response of status 200, or one that `created` made for 201 */
export function post(operationId: string, response: object, rest: object = {}) {
  const status = 'created' in response ? '201' : '200'
  const { created: _, ...described } = response as { created?: true }
  return operation('post', status)(operationId, described, rest)
}

export const created = (schema: object) => ({ ...json(schema), created: true as const })

export const del = (operationId: string, rest: object = {}) => ({
  delete: { operationId, responses: { 204: { description: 'No Content' }, default: PROBLEM }, ...rest },
})

/** A JSON body whose members are of these types. */
export const body = (members: Readonly<Record<string, string>>) => ({
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(members).map(([name, type]) => [name, { type }])),
      },
    },
  },
})

/** A form with files (`binary`) and texts. */
export const form = (members: Readonly<Record<string, 'binary' | 'string'>>) => {
  const properties = Object.entries(members).map(([name, kind]) => [
    name,
    kind === 'binary' ? { type: 'string', format: 'binary' } : { type: 'string' },
  ])
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', properties: Object.fromEntries(properties) } } },
  }
}
