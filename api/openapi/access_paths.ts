import { body, created, del, get, json, OBJECT, parameter, patch, post, put } from './operations.ts'

/** Signing in, one's own account, other people's accounts. */
export function accessPaths() {
  const session = json(OBJECT)
  return {
    '/api/session': {
      ...get('getSession', session),
      ...post('signIn', session, { requestBody: body({ name: 'string', password: 'string' }) }),
      ...del('signOut'),
    },
    '/api/sessions': del('signOutEverywhere'),
    '/api/account/password': put('changePassword', session, { requestBody: body({ present: 'string', password: 'string' }) }),
    '/api/account/tokens': {
      ...get('getTokens', json(OBJECT)),
      ...post('makeToken', created(OBJECT), { requestBody: body({ name: 'string', read_only: 'boolean', days: 'integer' }) }),
    },
    '/api/account/tokens/{id}': del('deleteToken', { parameters: [parameter('id')] }),
    '/api/accounts': {
      ...get('getAccounts', json(OBJECT)),
      ...post('makeAccount', created(OBJECT), { requestBody: body(ACCOUNT) }),
    },
    '/api/accounts/{id}': patch('changeAccount', json(OBJECT), {
      parameters: [parameter('id'), parameter('ifMatch')],
      requestBody: body(ACCOUNT),
    }),
    '/api/accounts/{id}/password': post('resetPassword', json(OBJECT), { parameters: [parameter('id')] }),
  }
}

const ACCOUNT = { name: 'string', display_name: 'string', person_id: 'integer', roles: 'array', disabled: 'boolean' }
