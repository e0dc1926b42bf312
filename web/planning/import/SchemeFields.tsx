import { IconPlus, IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { explained, Field, TextField } from '../../access/Fields.tsx'
import { Segments } from '../../analysis/Segments.tsx'
import type { ServerState } from '../../api/types.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import { pick } from '../../words/words.ts'
import styles from './GridImport.module.css'
import { faultsOf, MOST_LEVELS } from './scheme_draft.ts'
import type { LevelNames, NewScheme } from './types.ts'
import { fieldOf, give, useWizard } from './wizard.ts'

interface Props {
  readonly state: ServerState
  readonly isNew: boolean
  readonly isTried: boolean
  readonly onNew: (isNew: boolean) => void
}

/** A scheme that there is, or one to be made. */
export function SchemeFields({ state, isNew, isTried, onNew }: Props) {
  const { t, i18n } = useTranslation()
  const scheme = useWizard((wizard) => wizard.scheme)
  const id = useId()
  const error = isTried && scheme === null ? t('gridImport.scheme.missing') : undefined
  return (
    <fieldset className={styles.group}>
      <legend>{t('gridImport.scheme.label')}</legend>
      <Segments
        label={t('gridImport.scheme.label')}
        value={isNew ? 'new' : 'existing'}
        options={[
          { value: 'existing', label: t('gridImport.scheme.existing') },
          { value: 'new', label: t('gridImport.scheme.make') },
        ]}
        onChange={(value) => onNew(value === 'new')}
      />
      {isNew ? (
        <NewSchemeFields isTried={isTried} />
      ) : (
        <Field id={id} label={t('gridImport.scheme.choose')} error={error}>
          <select
            {...explained(id, undefined, error)}
            id={id}
            value={scheme ?? ''}
            onChange={({ target }) => give({ scheme: target.value || null })}
          >
            <option value="" />
            {state.schemes.map(({ id: one, name }) => (
              <option key={one} value={one}>
                {pick(name, i18n.language)}
              </option>
            ))}
          </select>
        </Field>
      )}
    </fieldset>
  )
}

function NewSchemeFields({ isTried }: { isTried: boolean }) {
  const { t } = useTranslation()
  const { draft, refusal } = useWizard()
  const faults = faultsOf(draft)
  const change = (changes: Partial<NewScheme>) => give({ draft: { ...draft, ...changes } })
  const field = (name: 'id' | 'name_zh' | 'name_en', label: string, wrong: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      // Why the server refused it stands above.
      error={isTried && faults.has(name) ? wrong : fieldOf(refusal) === name ? '' : undefined}
      value={draft[name]}
      maxLength={name === 'id' ? 40 : 60}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  )
  return (
    <>
      {field('id', t('gridImport.scheme.id'), t('gridImport.scheme.wrongId'), t('gridImport.scheme.idHint'))}
      <div className={styles.pair}>
        {field('name_zh', t('gridImport.scheme.nameZh'), t('gridImport.scheme.wrong'))}
        {field('name_en', t('gridImport.scheme.nameEn'), t('gridImport.scheme.wrong'))}
      </div>
      <Levels isTried={isTried} faults={faults} levels={draft.levels} onChange={(levels) => change({ levels })} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.within_community}
          onChange={({ target }) => change({ within_community: target.checked })}
        />
        <span>
          {t('gridImport.scheme.within')}
          <small>{t('gridImport.scheme.withinHint')}</small>
        </span>
      </label>
      <p className={styles.hint}>{t('gridImport.scheme.madeNow')}</p>
    </>
  )
}

interface LevelsProps {
  readonly isTried: boolean
  readonly faults: ReadonlySet<string>
  readonly levels: readonly LevelNames[]
  readonly onChange: (levels: readonly LevelNames[]) => void
}

function Levels({ isTried, faults, levels, onChange }: LevelsProps) {
  const { t } = useTranslation()
  const set = (index: number, names: Partial<LevelNames>) =>
    onChange(levels.map((level, at) => (at === index ? { ...level, ...names } : level)))
  const input = (index: number, name: keyof LevelNames, label: string, placeholder: string) => (
    <input
      aria-label={label}
      placeholder={placeholder}
      value={levels[index]![name]}
      maxLength={60}
      autoComplete="off"
      aria-invalid={isTried && faults.has(`levels.${index}.${name}`)}
      onChange={({ target }) => set(index, { [name]: target.value })}
    />
  )
  return (
    <fieldset className={styles.levels}>
      <legend>{t('gridImport.scheme.levels')}</legend>
      {levels.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
        <div key={index}>
          {input(index, 'name_zh', t('gridImport.scheme.levelZh', { n: index + 1 }), t('gridImport.scheme.nameZh'))}
          {input(index, 'name_en', t('gridImport.scheme.levelEn', { n: index + 1 }), t('gridImport.scheme.nameEn'))}
          <IconButton
            label={t('gridImport.scheme.remove', { n: index + 1 })}
            size="small"
            disabled={levels.length === 1}
            onClick={() => onChange(levels.filter((_level, at) => at !== index))}
          >
            <IconX size={14} stroke={1.8} />
          </IconButton>
        </div>
      ))}
      <button
        type="button"
        className={side.button}
        disabled={levels.length >= MOST_LEVELS}
        onClick={() => onChange([...levels, { name_zh: '', name_en: '' }])}
      >
        <IconPlus size={14} stroke={1.8} aria-hidden="true" />
        {t('gridImport.scheme.add')}
      </button>
    </fieldset>
  )
}
