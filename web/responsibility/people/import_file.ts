import { sendForm } from '../../api/client.ts'
import type { FileKind, ImportReport } from './list_files.ts'

/** Tries a file, or stores it. */
export function importFile(kind: FileKind, file: File, options: { dryRun: boolean; replace: boolean }, signal?: AbortSignal) {
  const form = new FormData()
  form.set('file', file)
  const query = new URLSearchParams({
    ...(options.dryRun && { dry_run: 'true' }),
    ...(kind === 'assignments' && options.replace && { replace: 'true' }),
  })
  return sendForm<ImportReport>(`/api/${kind}/import?${query}`, form, signal)
}
