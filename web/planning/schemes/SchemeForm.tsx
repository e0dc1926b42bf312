import { IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_LEVELS } from '#geodata/planning/index.ts'
import { useSubmit } from '../../access/use_submit.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import { useConsole } from '../../state/store.ts'
import { type LevelName, makeScheme } from '../api/schemes.ts'
import { FormFoot } from '../list/FormFoot.tsx'
import list from '../list/PlanList.module.css'
import { NameFields } from './NameFields.tsx'
import styles from './Schemes.module.css'

const ID = /^[a-z][a-z0-9_]{0,39}$/
const EMPTY: LevelName = { name_zh: '', name_en: '' }

export const isNamed = ({ name_zh, name_en }: LevelName): boolean => name_zh.trim() !== '' && name_en.trim() !== ''

export function SchemeForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation()
  const submit = useSubmit()
  const [id, setId] = useState('')
  const [names, setNames] = useState(EMPTY)
  const [levels, setLevels] = useState<readonly LevelName[]>([EMPTY])
  const [within, setWithin] = useState(true)
  const [isTried, setTried] = useState(false)
  const isIdBad = !ID.test(id.trim())
  const isUnnamed = ![names, ...levels].every(isNamed)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isIdBad || isUnnamed) return
    await submit.run(async () => {
      const scheme = await makeScheme({ id: id.trim(), ...names, within_community: within, levels })
      useConsole.getState().openSchemes({ id: scheme.id })
    })
  }
  return (
    <form className={list.form} aria-label={t('schemes.make')} onSubmit={(event) => void send(event)}>
      <NameFields value={names} isTried={isTried} onChange={setNames} focused />
      <label>
        {t('schemes.form.id')}
        <input
          value={id}
          maxLength={40}
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={isTried && isIdBad}
          onChange={({ target }) => setId(target.value)}
        />
      </label>
      <p className={isTried && isIdBad ? list.error : list.hint}>
        {t(isTried && isIdBad ? 'schemes.form.idBad' : 'schemes.form.idHint')}
      </p>
      <label className={styles.check}>
        <input type="checkbox" checked={within} onChange={({ target }) => setWithin(target.checked)} />
        {t('schemes.form.within')}
      </label>
      <fieldset className={styles.levels}>
        <legend>{t('schemes.form.levels')}</legend>
        {levels.map((level, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its number.
          <fieldset key={index} className={styles.level} aria-label={t('schemes.form.level', { n: index + 1 })}>
            <span className={styles.number}>{index + 1}</span>
            <NameFields
              value={level}
              isTried={isTried}
              onChange={(value) => setLevels(levels.map((one, at) => (at === index ? value : one)))}
            />
            {levels.length > 1 && (
              <IconButton
                label={t('schemes.form.removeLevel', { n: index + 1 })}
                size="small"
                onClick={() => setLevels(levels.filter((_, at) => at !== index))}
              >
                <IconX size={15} stroke={1.7} />
              </IconButton>
            )}
          </fieldset>
        ))}
        {levels.length < MOST_LEVELS && (
          <button type="button" className={side.button} onClick={() => setLevels([...levels, EMPTY])}>
            {t('schemes.form.addLevel')}
          </button>
        )}
      </fieldset>
      {isTried && isUnnamed && <p className={list.error}>{t('schemes.form.nameMissing')}</p>}
      <FormFoot
        reason={submit.reason}
        submit={t('schemes.form.make')}
        disabled={submit.busy}
        cancel={t('schemes.cancel')}
        onCancel={onCancel}
      />
    </form>
  )
}
