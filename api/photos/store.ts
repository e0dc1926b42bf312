import { createHash } from 'node:crypto'
import type { PhotoType } from '#geodata/photos/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import type { TakenPhoto } from './upload.ts'

/** For a `json_agg` over `photos`. */
export const PHOTO_JSON: Sql = sql`json_build_object('id', photos.id, 'width', photos.width, 'height', photos.height,
  'taken_at', photos.taken_at, 'longitude', photos.longitude, 'latitude', photos.latitude, 'received_at', photos.received_at)`

export async function insertPhoto(
  transaction: Transaction,
  { photo, small, camera, sent_sha256 }: TakenPhoto,
  account: { readonly id: number; readonly name: string },
): Promise<number> {
  const sha256 = createHash('sha256').update(photo.bytes).digest('hex')
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into photos (media_type, width, height, sent_sha256, sha256, taken_at, longitude, latitude, account_id, account_name)
    values (${photo.type}, ${photo.width}, ${photo.height}, ${sent_sha256}, ${sha256}, ${camera.taken_at}::timestamptz,
      ${camera.longitude}::float8, ${camera.latitude}::float8, ${account.id}, ${account.name}) returning id`)
  await transaction.query(sql`
    insert into photo_contents (photo_id, content, small, small_media_type)
    values (${row!.id}, decode(${base64(photo.bytes)}, 'base64'), decode(${small && base64(small.bytes)}::text, 'base64'), ${small?.type ?? null})`)
  return row!.id
}

export interface PhotoContent {
  readonly type: PhotoType
  readonly bytes: Buffer
  readonly sha256: string
}

/** The small one where it is asked for and there is one. */
export async function readPhotoContent(database: Queryable, id: number, isSmall: boolean): Promise<PhotoContent | undefined> {
  const [row] = await database.query<{ type: PhotoType; content: string; sha256: string }>(sql`
    select case when ${isSmall} then coalesce(small_media_type, media_type) else media_type end as type,
      encode(case when ${isSmall} then coalesce(small, content) else content end, 'base64') as content, sha256
    from photos join photo_contents on photo_id = photos.id where photos.id = ${id}`)
  return row && { type: row.type, bytes: Buffer.from(row.content, 'base64'), sha256: row.sha256 }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
