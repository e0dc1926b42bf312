import type { FastifyRequest } from 'fastify'
import type { Language } from '../words/index.ts'

/** The language a request prefers, after RFC 9110, 12.5.4. Chinese where it says nothing that we speak. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const ranges = (request.headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((one, other) => other.quality - one.quality)
  for (const { tag, quality } of ranges) {
    if (quality > 0 && /^zh\b/.test(tag)) return 'zh'
    if (quality > 0 && /^en\b/.test(tag)) return 'en'
  }
  return 'zh'
}
