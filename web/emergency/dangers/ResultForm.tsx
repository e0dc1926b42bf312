import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../analysis/Segments.tsx'
import { useReason } from '../../values/use_reason.ts'
import emergency from '../Emergency.module.css'
import styles from './Dangers.module.css'
import { resultsQuery, type SiteFinding, type WrittenResult, writeResult } from './dangers.ts'
import { Result } from './FindingRow.tsx'

/** What was found out on the spot, what follows and by when. What was written before stays. */
export function ResultForm({ finding: { id, result: latest }, onDone }: { finding: SiteFinding; onDone: () => void }) {
  const { t } = useTranslation()
  const fields = useId()
  const [written, setWritten] = useState({
    result: '',
    follow_up: latest?.state === 'open' ? (latest.follow_up ?? '') : '',
    due_on: latest?.state === 'open' ? (latest.due_on ?? '') : '',
    state: 'open' as WrittenResult['state'],
  })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const reason = useReason(failure)
  const change = (changes: Partial<typeof written>) => setWritten({ ...written, ...changes })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailure(null)
    const { result, follow_up, due_on, state } = written
    try {
      await writeResult(id, { result: result.trim(), follow_up: follow_up.trim() || null, due_on: due_on || null, state })
      onDone()
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return (
    <form className={styles.writing} onSubmit={(event) => void save(event)}>
      <label htmlFor={`${fields}-result`}>{t('dangers.sites.result')}</label>
      <textarea
        id={`${fields}-result`}
        rows={2}
        maxLength={2000}
        value={written.result}
        placeholder={t('dangers.sites.resultHint')}
        onChange={({ target }) => change({ result: target.value })}
      />
      <label htmlFor={`${fields}-follow`}>{t('dangers.sites.followUp')}</label>
      <textarea
        id={`${fields}-follow`}
        rows={2}
        maxLength={2000}
        value={written.follow_up}
        placeholder={t('dangers.sites.followUpHint')}
        onChange={({ target }) => change({ follow_up: target.value })}
      />
      <label htmlFor={`${fields}-due`}>{t('dangers.sites.dueOn')}</label>
      <input
        id={`${fields}-due`}
        type="date"
        value={written.due_on}
        onChange={({ target }) => change({ due_on: target.value })}
      />
      <Segments
        label={t('dangers.sites.state')}
        value={written.state}
        options={(['open', 'done'] as const).map((value) => ({ value, label: t(`dangers.sites.states.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      {failure !== null && (
        <p className={emergency.warning} role="alert">
          {t('dangers.sites.notWritten', { reason })}
        </p>
      )}
      <div>
        <Button variant="default" size="compact-md" onClick={onDone}>
          {t('dangers.sites.cancel')}
        </Button>
        <Button type="submit" size="compact-md" loading={busy} disabled={written.result.trim() === ''}>
          {t('dangers.sites.save')}
        </Button>
      </div>
      {latest && <Earlier finding={id} />}
    </form>
  )
}

/** All but the latest, which stands above. */
function Earlier({ finding }: { finding: number }) {
  const { t } = useTranslation()
  const { data = [] } = useQuery(resultsQuery(finding))
  if (data.length < 2) return null
  return (
    <details className={styles.earlier}>
      <summary>{t('dangers.sites.earlier', { n: data.length - 1 })}</summary>
      {data.slice(1).map((result) => (
        <Result key={result.written_at} result={result} />
      ))}
    </details>
  )
}
