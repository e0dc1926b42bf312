import { IconCamera, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import type { PhotoRefusal } from '#geodata/photos/index.ts'
import { newId } from '../../offline/new_id.ts'
import { shrinkPhoto } from '../../photos/shrink.ts'
import { changeDraft, type TakenPhoto, useReporting } from './draft.ts'
import styles from './PhotosField.module.css'
import page from './ReportPage.module.css'

export function PhotosField({ photos }: { photos: readonly TakenPhoto[] }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<PhotoRefusal['refused'] | null>(null)
  const take = async (files: readonly File[]) => {
    setBusy(true)
    setRefused(null)
    for (const file of files) {
      if (useReporting.getState().draft.photos.length >= MOST_PHOTOS) break
      const shrunk = await shrinkPhoto(file)
      if ('refused' in shrunk) setRefused(shrunk.refused)
      else changeDraft({ photos: [...useReporting.getState().draft.photos, { id: newId(), ...shrunk }] })
    }
    setBusy(false)
  }
  const remove = (id: string) => changeDraft({ photos: photos.filter((photo) => photo.id !== id) })
  return (
    <div className={styles.photos}>
      {photos.map((photo, index) => (
        <Thumbnail key={photo.id} photo={photo} number={index + 1} onRemove={() => remove(photo.id)} />
      ))}
      {photos.length < MOST_PHOTOS && (
        <button type="button" className={styles.camera} disabled={isBusy} onClick={() => input.current?.click()}>
          <IconCamera size={26} stroke={1.5} aria-hidden="true" />
          {t(isBusy ? 'damage.form.photoBusy' : 'damage.form.photo')}
        </button>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        multiple
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          void take(files)
        }}
      />
      {refused && (
        <p className={page.problem} role="alert">
          {t(`damage.form.photoFailed.${refused}`)}
        </p>
      )}
    </div>
  )
}

function Thumbnail({ photo, number, onRemove }: { photo: TakenPhoto; number: number; onRemove: () => void }) {
  const { t } = useTranslation()
  const address = useMemo(() => URL.createObjectURL(photo.small), [photo])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <div className={styles.thumbnail}>
      <img src={address} alt={t('damage.form.photoOf', { n: number })} />
      <button type="button" aria-label={t('damage.form.photoRemove', { n: number })} onClick={onRemove}>
        <IconX size={16} stroke={2.2} />
      </button>
    </div>
  )
}
