import { get, type IncomingMessage } from 'node:http'
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { AUTHORIZATION } from '../sign_in.ts'

export const CONSOLES = 200
const ROUNDS = 30

/** From the commit of somebody's change until the last of the open consoles has heard of it, in milliseconds. */
export async function measureEvents(database: Database, url: string): Promise<Figures> {
  let heard = () => {}
  const consoles = await Promise.all(Array.from({ length: CONSOLES }, () => open(url, () => heard())))
  const milliseconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const all = new Promise<void>((resolve) => {
      let count = 0
      heard = () => {
        count++
        if (count === CONSOLES) resolve()
      }
    })
    const began = performance.now()
    await database.query(sql`update assignments set remark = ${String(round)} where id = 1`)
    await all
    milliseconds.push(performance.now() - began)
  }
  for (const console of consoles) console.destroy()
  return figuresOf(milliseconds, milliseconds.reduce((sum, one) => sum + one, 0) / 1000)
}

/** Resolves when the console has heard the state that every stream begins with. */
function open(url: string, heard: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${url}/api/events`, { agent: false, headers: { authorization: AUTHORIZATION } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`events answered ${response.statusCode}`))
      let begun = false
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop()!
        for (const event of events) {
          if (!event.startsWith('event: versions')) continue
          if (begun) heard()
          else {
            begun = true
            resolve(response)
          }
        }
      })
      response.on('error', () => {})
    }).on('error', reject)
  })
}
