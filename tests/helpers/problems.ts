// What every refusal must be, whoever refuses: a problem document of RFC 9457 in the reader's language, with nothing of the inside.
import { expect } from 'vitest'
import type { ProblemDocument } from '#api/http/problem.ts'

/** Checks an answer of any status from 400 on, and gives back its document. */
export async function problemOf(response: Response, about = response.url.slice(0, 200)): Promise<ProblemDocument> {
  const text = await response.text()
  expect(response.status, `${about}: ${text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  expect(response.headers.get('content-type'), about).toBe('application/problem+json; charset=utf-8')
  const document = JSON.parse(text) as ProblemDocument
  expect(document.status, about).toBe(response.status)
  expect(document.code, about).toMatch(/^[a-z_]+$/)
  expect(document.type, about).toBe(`urn:jiangli:problem:${document.code}`)
  expect(document.title.length, about).toBeGreaterThan(0)
  expect(document.detail.length, about).toBeGreaterThan(0)
  // What stands in quotes is what the asker wrote.
  for (const sentence of [document.title, document.detail]) expect(sentence.replace(/“[^”]*”/g, ''), about).not.toMatch(BROKEN)
  expect(JSON.stringify({ ...document, current: undefined }), about).not.toMatch(INSIDE)
  expect(
    Object.keys(document).filter((key) => !MEMBERS.includes(key)),
    about,
  ).toEqual([])
  return document
}

const MEMBERS = ['type', 'title', 'status', 'detail', 'code', 'field', 'rows', 'current', 'patrol']
/** What stands in a sentence whose words were not filled in. */
const BROKEN = /undefined|\bnull\b|NaN|\[object|\$\{|\{\{|Symbol\(/
/** Stacks, paths and statements. */
const INSIDE = /\bat .+:\d+:\d+|node_modules|\/work\/|\.ts\b|\bselect \b|\binsert into\b/

export const isChinese = (text: string): boolean => /[一-鿿]/.test(text)
