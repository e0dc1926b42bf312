import { IconBolt, IconBox, IconRipple, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseKind, Subject } from '#geodata/cases/records.ts'
import { Segments } from '../../analysis/Segments.tsx'
import page from '../../field/FieldPage.module.css'
import { className, kindName } from '../named.ts'
import { kindsQuery } from '../queries.ts'
import styles from './CaseReport.module.css'
import { changeCase, chooseKind } from './draft.ts'
import { classesOf, currentKinds, matching } from './kinds.ts'
import { recentKinds } from './recent.ts'

export const SUBJECT_ICONS = { component: IconBox, event: IconBolt, river: IconRipple } as const
const SUBJECTS: readonly Subject[] = ['component', 'event', 'river']

interface Props {
  readonly chosen: CaseKind | null
  /** Of the thing that was pointed at. */
  readonly layer: string | null
  readonly isRiver: boolean
  readonly isMissing: boolean
}

/** What it is: those reported last, or found by a word, or by subject and class. */
export function KindField({ chosen, layer, isRiver, isMissing }: Props) {
  const { t, i18n } = useTranslation()
  if (chosen) {
    const Icon = SUBJECT_ICONS[chosen.subject]
    return (
      <div className={styles.kind}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
        <span>
          <strong>{kindName(chosen, i18n.language)}</strong>
          <small>
            {t(`cases.subjects.${chosen.subject}`)} · {className(chosen, i18n.language)} · {chosen.code}
          </small>
        </span>
        <button type="button" onClick={() => changeCase({ kind: null })}>
          {t('cases.report.change')}
        </button>
      </div>
    )
  }
  return <KindChoice layer={layer} isRiver={isRiver} isMissing={isMissing} />
}

function KindChoice({ layer, isRiver, isMissing }: Omit<Props, 'chosen'>) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(kindsQuery)
  const [text, setText] = useState('')
  const [subject, setSubject] = useState<Subject>(isRiver ? 'river' : 'component')
  const kinds = currentKinds(data ?? [])
  if (kinds.length === 0) return <p className={page.problem}>{t('cases.report.noKinds')}</p>
  const ofThing = layer === null ? [] : kinds.filter((kind) => kind.layer === layer)
  const recent = recentKinds().flatMap((code) => kinds.find((kind) => kind.code === code) ?? [])
  const first = ofThing.length > 0 ? ofThing : recent
  const found = matching(kinds, text)
  return (
    <fieldset className={styles.choice} data-missing={isMissing}>
      <legend>{t('cases.report.kind')}</legend>
      <label className={styles.search}>
        <IconSearch size={18} stroke={1.7} aria-hidden="true" />
        <input
          type="search"
          autoComplete="off"
          aria-label={t('cases.report.search')}
          placeholder={t('cases.report.search')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {isMissing && <p className={page.problem}>{t('cases.report.kindMissing')}</p>}
      {text.trim() ? (
        <Kinds kinds={found} empty={t('cases.report.noneFound')} />
      ) : (
        <>
          {first.length > 0 && <Kinds title={ofThing.length > 0 ? null : t('cases.report.recent')} kinds={first} />}
          <Segments
            label={t('cases.filter.subject')}
            value={subject}
            options={SUBJECTS.map((value) => ({ value, label: t(`cases.subjects.${value}`) }))}
            onChange={setSubject}
          />
          {classesOf(kinds.filter((kind) => kind.subject === subject)).map((ofClass) => (
            <details key={ofClass[0]!.code.slice(0, 3)} open={subject === 'river'}>
              <summary>
                {className(ofClass[0]!, i18n.language)}
                <small>{ofClass.length}</small>
              </summary>
              <Kinds kinds={ofClass} />
            </details>
          ))}
        </>
      )}
    </fieldset>
  )
}

function Kinds({ kinds, title = null, empty }: { kinds: readonly CaseKind[]; title?: string | null; empty?: string }) {
  const { t, i18n } = useTranslation()
  if (kinds.length === 0) return empty ? <p className={styles.hint}>{empty}</p> : null
  return (
    <div className={styles.kinds}>
      {title && <h2>{title}</h2>}
      {kinds.map((kind) => (
        <button key={kind.code} type="button" onClick={() => chooseKind(kind)}>
          {kindName(kind, i18n.language)}
          {kind.urgent && <i title={t('cases.urgent')}>{t('cases.report.urgentShort')}</i>}
        </button>
      ))}
    </div>
  )
}
