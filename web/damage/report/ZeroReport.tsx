import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnCommunity } from './communities.ts'
import { fileZeroReport, type Place } from './draft.ts'
import styles from './ZeroReport.module.css'

interface Props {
  readonly place: Place | null
  readonly communities: readonly OwnCommunity[]
  readonly event: number | null
  readonly onSent: () => void
}

/** 零报告 in two taps: a village that was looked over and is unharmed must not look like one from which there is no word. */
export function ZeroReport({ place, communities, event, onSent }: Props) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const [chosen, setChosen] = useState('')
  const own = communities.length === 1 ? communities[0] : communities.find(({ code }) => code === chosen)
  // It is about a whole village: where one can be named, no position is needed.
  const about: Place | null = own ? { source: 'community', ...own } : place
  const send = async () => {
    if (!about) return
    setAsking(false)
    await fileZeroReport(about, event)
    onSent()
  }
  if (!isAsking)
    return (
      <button type="button" className={styles.zero} onClick={() => setAsking(true)}>
        <IconCircleCheck size={22} stroke={1.7} aria-hidden="true" />
        {t('damage.form.zero')}
      </button>
    )
  return (
    <div className={styles.zeroAsk}>
      {communities.length > 1 && (
        <select aria-label={t('damage.form.chooseCommunity')} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{t('damage.form.chooseCommunity')}</option>
          {communities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      {about && <p>{t('damage.form.zeroAt', { place: about.source === 'community' ? about.name : t('field.useDevice') })}</p>}
      <div>
        <button type="button" onClick={() => setAsking(false)}>
          {t('damage.form.zeroCancel')}
        </button>
        <button type="button" data-main="true" disabled={!about} onClick={() => void send()}>
          {t('damage.form.zeroSend')}
        </button>
      </div>
    </div>
  )
}
