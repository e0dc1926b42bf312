import { IconAlertTriangle, IconCircleCheck, IconPlayerPlay, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { formatTime } from '../../values/times.ts'
import status from '../status/Status.module.css'
import { useRiversWords } from '../use_rivers_words.ts'
import { CoverBar } from './CoverBar.tsx'
import { DropPatrol } from './DropPatrol.tsx'
import { EndFlags } from './EndFlags.tsx'
import fields from './Fields.module.css'
import type { Figures } from './figures.ts'
import { handIn } from './hand_in.ts'
import { LiveFigures } from './LiveFigures.tsx'
import styles from './Patrol.module.css'
import { ReasonField } from './ReasonField.tsx'
import { goOn } from './recorder.ts'
import { shortfallWords } from './shortfalls.ts'
import type { StoredPatrol } from './track.ts'

/** What it came to, with its gaps by name. Less than the rule owes wants a reason, and is handed in all the same. */
export function EndPart({ patrol, figures }: { patrol: StoredPatrol; figures: Figures }) {
  const { t, name, gaps, language } = useRiversWords()
  const [reason, setReason] = useState('')
  const [remark, setRemark] = useState('')
  const [isTried, setTried] = useState(false)
  const { matched, isValid, isWhole, shortfalls } = figures
  const missed = gaps(matched.gaps)
  const time = (iso: string) => formatTime(iso, language)
  const submit = () => {
    setTried(true)
    if (isValid || reason.trim() !== '') void handIn(isValid ? '' : reason, remark)
  }
  const Sign = isValid ? IconCircleCheck : IconAlertTriangle
  return (
    <section className={styles.part} aria-label={t('patrol.end.title')}>
      <h2>
        {t('patrol.end.title')} <small>{name(patrol.segment)}</small>
      </h2>
      <p className={styles.about}>{t('patrol.end.times', { from: time(patrol.started_at), to: time(patrol.ended_at!) })}</p>
      <LiveFigures patrol={patrol} figures={figures} />
      <CoverBar patrol={patrol} figures={figures} here={null} />
      <p className={styles.missing}>{missed && !isWhole ? t('patrol.end.gaps', { gaps: missed }) : t('patrol.end.gapsNone')}</p>
      <p className={`${status.mark} ${styles.verdict}`} data-tone={isValid ? 'good' : 'bad'}>
        <Sign size={18} stroke={2} aria-hidden="true" />
        <span>
          {isValid
            ? t('patrol.end.valid')
            : `${t('patrol.end.short')}${shortfallWords(shortfalls, t).join(t('patrol.live.and'))}`}
        </span>
      </p>
      {matched.covered_m === 0 && <p className={styles.warning}>{t('patrol.end.nothing')}</p>}
      <EndFlags flags={matched.flags} rule={patrol.rule} />
      {!isValid && <ReasonField reason={reason} onChange={setReason} isMissing={isTried && reason.trim() === ''} />}
      <label className={fields.field}>
        {t('patrol.end.remark')}
        <textarea
          rows={2}
          maxLength={1000}
          value={remark}
          placeholder={t('patrol.end.remarkHint')}
          onChange={({ target }) => setRemark(target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <button type="button" onClick={() => void goOn()}>
          <IconPlayerPlay size={20} stroke={1.8} aria-hidden="true" />
          {t('patrol.end.goOn')}
        </button>
        <button type="button" data-main="true" onClick={submit}>
          <IconSend size={19} stroke={1.8} aria-hidden="true" />
          {t(isValid ? 'patrol.end.submit' : 'patrol.end.submitPartial')}
        </button>
      </div>
      <DropPatrol />
    </section>
  )
}
