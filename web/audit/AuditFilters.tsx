import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSeenLayers } from '../layers/seen.ts'
import { pick } from '../words/words.ts'
import { zh } from '../words/zh-CN.ts'
import styles from './Audit.module.css'
import { type AuditQuestion, EVERYTHING } from './entries.ts'
import { useAuditWords } from './use_audit_words.ts'

const SUBJECTS = Object.keys(zh.audit.subjects)
const ACTIONS = Object.keys(zh.audit.actions)
/** So long a pause, and a name is taken as typed. */
const SETTLE_MS = 300

interface Props {
  readonly question: AuditQuestion
  readonly onChange: (question: AuditQuestion) => void
}

/** Who, what and when. */
export function AuditFilters({ question, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const { action, subject } = useAuditWords()
  const layers = useSeenLayers()
  const [account, setAccount] = useState(question.account)
  const put = (change: Partial<AuditQuestion>) => onChange({ ...question, account, ...change })
  const narrowed = JSON.stringify({ ...question, account }) !== JSON.stringify(EVERYTHING)

  useEffect(() => setAccount(question.account), [question.account])
  useEffect(() => {
    if (account.trim() === question.account) return
    const timer = setTimeout(() => onChange({ ...question, account: account.trim() }), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [account, question, onChange])

  return (
    <form className={styles.filters} onSubmit={(event) => event.preventDefault()} aria-label={t('audit.title')}>
      <input
        type="search"
        aria-label={t('audit.who')}
        placeholder={t('audit.whoHint')}
        maxLength={60}
        value={account}
        onChange={({ target }) => setAccount(target.value)}
      />
      <select aria-label={t('audit.what')} value={question.subject} onChange={({ target }) => put({ subject: target.value })}>
        <option value="">{t('audit.anything')}</option>
        {SUBJECTS.map((name) => (
          <option key={name} value={name}>
            {subject(name)}
          </option>
        ))}
        <optgroup label={t('audit.layersGroup')}>
          {layers.map(({ id, name }) => (
            <option key={id} value={id}>
              {pick(name, i18n.language)}
            </option>
          ))}
        </optgroup>
      </select>
      <select aria-label={t('audit.how')} value={question.action} onChange={({ target }) => put({ action: target.value })}>
        <option value="">{t('audit.anyhow')}</option>
        {ACTIONS.map((name) => (
          <option key={name} value={name}>
            {action(name)}
          </option>
        ))}
      </select>
      <span className={styles.days}>
        <input
          type="date"
          aria-label={t('audit.from')}
          max={question.to || undefined}
          value={question.from}
          onChange={({ target }) => put({ from: target.value })}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label={t('audit.to')}
          min={question.from || undefined}
          value={question.to}
          onChange={({ target }) => put({ to: target.value })}
        />
        {narrowed && (
          <button
            type="button"
            onClick={() => {
              setAccount('')
              onChange(EVERYTHING)
            }}
          >
            {t('audit.clear')}
          </button>
        )}
      </span>
    </form>
  )
}
