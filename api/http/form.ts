/** Forms with files. They are taken in whole: what is too large or broken off is refused before anybody looks into it. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

export interface FormLimits {
  readonly file_bytes: number
  readonly files: number
  /** Parts that are text; none without it. */
  readonly texts?: { readonly count: number; readonly bytes: number }
}

export interface FormFile {
  /** Of the part of the form. */
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Form {
  readonly files: readonly FormFile[]
  readonly texts: ReadonlyMap<string, string>
}

/** Must be called on the scope of the routes that take forms, and on no other: elsewhere a form is no body. */
export async function takeForms(scope: FastifyInstance, { file_bytes, files, texts }: FormLimits): Promise<void> {
  const { count, bytes } = texts ?? { count: 0, bytes: 0 }
  const limits = { fileSize: file_bytes, files, fields: count, fieldSize: bytes, parts: files + count, headerPairs: 20 }
  await scope.register(multipart, { limits })
}

/**
 * @param field where a file is expected, to say so
 * @param tooLarge what a file above the limit is answered
 * @throws Problem form_expected, file_missing, request_malformed, or what `tooLarge` gives
 */
export async function readForm(
  request: FastifyRequest,
  field = 'file',
  tooLarge = (): Problem => new Problem(413, 'body_too_large'),
): Promise<Form> {
  if (!request.isMultipart()) throw new Problem(415, 'form_expected')
  const files: FormFile[] = []
  const texts = new Map<string, string>()
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        texts.set(part.fieldname, String(part.value))
        continue
      }
      const bytes = await part.toBuffer()
      // The end may have been cut off with the last piece, which the library does not tell.
      if (part.file.truncated) throw tooLarge()
      files.push({ field: part.fieldname, name: part.filename, bytes })
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code = '' } = error as { code?: string }
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge()
    if (code.startsWith('FST_')) throw new Problem(422, 'file_missing', { field })
    throw new Problem(400, 'request_malformed')
  }
  return { files, texts }
}
