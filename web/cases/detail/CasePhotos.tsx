import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseEvent, PhotoOfCase } from '#geodata/cases/records.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import { formatTime } from '../../values/times.ts'
import { photoAddress } from '../queries.ts'
import styles from './CasePhotos.module.css'

interface Props {
  readonly id: number
  /** Those to be shown here. */
  readonly events: readonly CaseEvent[]
  readonly size?: 'large' | 'small'
}

interface Shown {
  readonly photo: PhotoOfCase
  readonly event: CaseEvent
}

export function CasePhotos({ id, events, size = 'large' }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<number | null>(null)
  const photos: readonly Shown[] = events.flatMap((event) => event.photos.map((photo) => ({ photo, event })))
  if (photos.length === 0) return null
  return (
    <>
      <div className={styles.photos} data-size={size}>
        {photos.map(({ photo, event }, index) => (
          <button key={photo.id} type="button" onClick={() => setOpen(index)}>
            <img src={photoAddress(id, photo, 'small')} alt={t('cases.view.photo', { n: index + 1 })} loading="lazy" />
            {size === 'large' && <span>{t(`cases.actions.${event.action}`)}</span>}
          </button>
        ))}
      </div>
      {open !== null && photos[open] && (
        <Viewer id={id} photos={photos} index={open} onMove={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

interface ViewerProps {
  readonly id: number
  readonly photos: readonly Shown[]
  readonly index: number
  readonly onMove: (index: number) => void
  readonly onClose: () => void
}

/** One photo large; the arrow keys go on. */
function Viewer({ id, photos, index, onMove, onClose }: ViewerProps) {
  const { t, i18n } = useTranslation()
  const { photo, event } = photos[index]!
  const name = t('cases.view.photo', { n: index + 1 })
  const move = (by: number) => onMove((index + by + photos.length) % photos.length)
  const keys = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') move(1)
    else if (key === 'ArrowLeft') move(-1)
  }
  return (
    <Dialog title={`${name} / ${photos.length}`} size="large" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons below do the same, arrow keys are a shorter way */}
      <div className={styles.viewer} onKeyDown={keys}>
        <img src={photoAddress(id, photo, 'full')} width={photo.width} height={photo.height} alt={name} />
        <p>
          {t('cases.view.photoBy', {
            action: t(`cases.actions.${event.action}`),
            time: formatTime(event.at, i18n.language),
          })}
          {event.account_name && ` · ${event.account_name}`}
          {photo.taken_at && ` · ${t('cases.view.taken', { time: formatTime(photo.taken_at, i18n.language) })}`}
        </p>
        {photos.length > 1 && (
          <div>
            <button type="button" data-autofocus onClick={() => move(-1)}>
              <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
              {t('cases.view.previous')}
            </button>
            <button type="button" onClick={() => move(1)}>
              {t('cases.view.next')}
              <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
