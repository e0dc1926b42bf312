import { IconCamera, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoRefusal } from '#geodata/photos/index.ts'
import { newId } from '../offline/new_id.ts'
import { shrinkPhoto } from '../photos/shrink.ts'
import page from './FieldPage.module.css'
import styles from './PhotosField.module.css'
import type { ChangePhotos, TakenPhoto } from './photos.ts'

interface Props {
  readonly photos: readonly TakenPhoto[]
  readonly most: number
  readonly onChange: ChangePhotos
}

export function PhotosField({ photos, most, onChange }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<PhotoRefusal['refused'] | null>(null)
  const take = async (files: readonly File[]) => {
    setBusy(true)
    setRefused(null)
    for (const file of files) {
      const shrunk = await shrinkPhoto(file)
      if ('refused' in shrunk) setRefused(shrunk.refused)
      else onChange((taken) => (taken.length < most ? [...taken, { id: newId(), ...shrunk }] : taken))
    }
    setBusy(false)
  }
  return (
    <div className={styles.photos}>
      {photos.map((photo, index) => (
        <Thumbnail
          key={photo.id}
          photo={photo}
          number={index + 1}
          onRemove={() => onChange((taken) => taken.filter(({ id }) => id !== photo.id))}
        />
      ))}
      {photos.length < most && (
        <button type="button" className={styles.camera} disabled={isBusy} onClick={() => input.current?.click()}>
          <IconCamera size={26} stroke={1.5} aria-hidden="true" />
          {t(isBusy ? 'field.photoBusy' : 'field.photo')}
        </button>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        multiple
        onChange={({ target }) => {
          const files = [...(target.files ?? [])].slice(0, most - photos.length)
          target.value = ''
          void take(files)
        }}
      />
      {refused && (
        <p className={page.problem} role="alert">
          {t(`field.photoFailed.${refused}`)}
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
      <img src={address} alt={t('field.photoOf', { n: number })} />
      <button type="button" aria-label={t('field.photoRemove', { n: number })} onClick={onRemove}>
        <IconX size={16} stroke={2.2} />
      </button>
    </div>
  )
}
