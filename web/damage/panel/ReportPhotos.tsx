import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../frame/Dialog.tsx'
import { formatQuantity } from '../../values/numbers.ts'
import { formatTime } from '../../values/times.ts'
import { photoAddress, type Report } from '../queries.ts'
import styles from './ReportCard.module.css'

type Photo = Report['photos'][number]

/** What a camera says of its place is told where it does not fit the report's: the photo may be of something else. */
const FAR_M = 300

export function ReportPhotos({ report }: { report: Report }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<number | null>(null)
  const toCome = report.photos_taken - report.photos.length
  const shown = open === null ? undefined : report.photos[open]
  return (
    <>
      {report.photos.length > 0 && (
        <div className={styles.photos}>
          {report.photos.map((photo, index) => (
            <button key={photo.id} type="button" onClick={() => setOpen(index)}>
              <img src={photoAddress(report.id, photo.id, 'small')} alt={t('damage.report.photo', { n: index + 1 })} />
            </button>
          ))}
        </div>
      )}
      {toCome > 0 && <p className={styles.toCome}>{t('damage.list.photosToCome', { n: toCome })}</p>}
      {shown && (
        <Dialog title={t('damage.report.photo', { n: open! + 1 })} size="large" onClose={() => setOpen(null)}>
          <img
            className={styles.large}
            src={photoAddress(report.id, shown.id, 'full')}
            width={shown.width}
            height={shown.height}
            alt={t('damage.report.photo', { n: open! + 1 })}
          />
          <About photo={shown} report={report} />
        </Dialog>
      )}
    </>
  )
}

function About({ photo, report }: { photo: Photo; report: Report }) {
  const { t, i18n } = useTranslation()
  const metres = distanceOf(photo, report)
  const words = [
    photo.taken_at && t('damage.report.photoTaken', { time: formatTime(photo.taken_at, i18n.language) }),
    metres !== null &&
      metres > FAR_M &&
      t('damage.report.photoFar', { distance: formatQuantity(Math.round(metres), 'm', i18n.language) }),
  ].filter(Boolean)
  return words.length > 0 ? <p className={styles.toCome}>{words.join(' · ')}</p> : null
}

const METRES_PER_DEGREE = 111_320

/** Metres, as exactly as a telephone knows where it is; null where one of the two says nothing. */
function distanceOf(photo: Photo, { longitude, latitude }: Report): number | null {
  if (photo.longitude === null || photo.latitude === null || longitude === null || latitude === null) return null
  const x = (photo.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(x, photo.latitude - latitude) * METRES_PER_DEGREE
}
