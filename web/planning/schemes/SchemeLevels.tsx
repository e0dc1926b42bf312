import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_LEVELS } from '#geodata/planning/index.ts'
import { useSubmit } from '../../access/use_submit.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { addLevel, type SchemeDetail } from '../api/schemes.ts'
import { FormFoot } from '../list/FormFoot.tsx'
import list from '../list/PlanList.module.css'
import { NameFields } from './NameFields.tsx'
import { isNamed } from './SchemeForm.tsx'
import styles from './Schemes.module.css'

export function SchemeLevels({ scheme, mayWrite }: { scheme: SchemeDetail; mayWrite: boolean }) {
  const { t, i18n } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  return (
    <section className={styles.section} aria-label={t('schemes.levels.title')}>
      <header>
        <h3>{t('schemes.levels.title')}</h3>
        {mayWrite && !isAdding && scheme.levels.length < MOST_LEVELS && (
          <button type="button" className={side.button} onClick={() => setAdding(true)}>
            {t('schemes.levels.add')}
          </button>
        )}
      </header>
      <ol className={styles.rows}>
        {scheme.levels.map((level) => (
          <li key={level.level} className={styles.row} data-level={level.level}>
            <span className={styles.number}>{level.level}</span>
            <span>{pick({ zh: level.name_zh, en: level.name_en }, i18n.language)}</span>
            <span className={styles.count}>{t('schemes.grids', { n: formatCount(level.grids) })}</span>
          </li>
        ))}
      </ol>
      {isAdding && <LevelForm scheme={scheme.id} onEnd={() => setAdding(false)} />}
    </section>
  )
}

function LevelForm({ scheme, onEnd }: { scheme: string; onEnd: () => void }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [names, setNames] = useState({ name_zh: '', name_en: '' })
  const [isTried, setTried] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNamed(names) && (await submit.run(() => addLevel(scheme, names)))) onEnd()
  }
  return (
    <form className={list.form} aria-label={t('schemes.levels.add')} onSubmit={(event) => void send(event)}>
      <NameFields value={names} isTried={isTried} onChange={setNames} focused />
      {isTried && !isNamed(names) && <p className={list.error}>{t('schemes.form.nameMissing')}</p>}
      <p className={list.hint}>{t('schemes.levels.hint')}</p>
      <FormFoot
        reason={submit.reason}
        submit={t('schemes.levels.make')}
        disabled={submit.busy}
        cancel={t('schemes.cancel')}
        onCancel={onEnd}
      />
    </form>
  )
}
