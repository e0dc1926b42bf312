import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ruleKey } from '#geodata/planning/index.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import type { SchemeDetail } from '../api/schemes.ts'
import list from '../list/PlanList.module.css'
import { RuleForm } from './RuleForm.tsx'
import { type RuleRow, ruleRows } from './rule_rows.ts'
import styles from './Schemes.module.css'
import { useRuleWords } from './use_rule_words.ts'

const NEW = 'new'
const TONES = { error: 'bad', warning: 'warn', off: undefined } as const

/** What plans of the scheme are checked by; what it sets itself is marked, with what would hold otherwise. */
export function SchemeRules({ scheme, mayWrite }: { scheme: SchemeDetail; mayWrite: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const rows = ruleRows(scheme.levels.length, scheme.within_community, scheme.own_rules)
  const close = () => setOpen(null)
  return (
    <section className={styles.section} aria-label={t('schemes.rules.title')}>
      <header>
        <h3>{t('schemes.rules.title')}</h3>
        {mayWrite && open !== NEW && (
          <button type="button" className={side.button} onClick={() => setOpen(NEW)}>
            {t('schemes.rules.add')}
          </button>
        )}
      </header>
      <p className={list.hint}>{t('schemes.rules.hint')}</p>
      {open === NEW && <RuleForm scheme={scheme} row={null} onEnd={close} />}
      <ul className={styles.rows}>
        {rows.map((row) => {
          const key = ruleKey(row.rule)
          return (
            <li key={key} data-rule={key} data-own={row.isOwn}>
              <Row scheme={scheme} row={row} onEdit={mayWrite ? () => setOpen(key) : null} />
              {open === key && <RuleForm scheme={scheme} row={row} onEnd={close} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Row({ scheme, row, onEdit }: { scheme: SchemeDetail; row: RuleRow; onEdit: (() => void) | null }) {
  const { t } = useTranslation()
  const words = useRuleWords(scheme)
  const { rule, isOwn, standard } = row
  const origin = words.origin(rule)
  return (
    <div className={styles.rule}>
      <div>
        <strong>{words.name(rule)}</strong> {words.band(rule)}
        {rule.level !== null && <span className={list.about}> {words.levelName(rule.level)}</span>}
      </div>
      <span className={list.pill} data-severity={rule.severity} data-tone={TONES[rule.severity]}>
        {words.severity(rule)}
      </span>
      {onEdit ? (
        <IconButton label={t('schemes.rules.edit', { name: words.nameAndLevel(rule) })} size="small" onClick={onEdit}>
          <IconPencil size={15} stroke={1.7} />
        </IconButton>
      ) : (
        <span />
      )}
      <div className={styles.origin}>
        {isOwn && <span className={styles.own}>{t('schemes.rules.own')}</span>}
        {origin && <span className={list.about}>{origin}</span>}
        {isOwn && (
          <span className={list.about}>
            {standard ? t('schemes.rules.standard', { rule: words.whole(standard) }) : t('schemes.rules.noStandard')}
          </span>
        )}
      </div>
    </div>
  )
}
