import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import fields from '../../access/Fields.module.css'
import { TextField } from '../../access/Fields.tsx'
import { Segments } from '../../analysis/Segments.tsx'
import type { ServerState } from '../../api/types.ts'
import { FileDrop } from '../../frame/FileDrop.tsx'
import { TerritoryFinder } from '../../responsibility/side/finders.tsx'
import { readFile } from './actions.ts'
import { Body } from './Body.tsx'
import { CrsField } from './CrsField.tsx'
import { Footer } from './Footer.tsx'
import styles from './GridImport.module.css'
import { SchemeFields } from './SchemeFields.tsx'
import { faultsOf } from './scheme_draft.ts'
import { fieldOf, give, goTo, useWizard } from './wizard.ts'

const TERRITORY = /^(\d{6}|\d{9}|\d{12})$/

/** Where the grids go, where they lie, and the file. */
export function FileStep({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const wizard = useWizard()
  const { scheme, draft, territory, file, columns, refusal } = wizard
  const [isNew, setNew] = useState(scheme === null && (draft.id !== '' || state.schemes.length === 0))
  const [isTried, setTried] = useState(false)
  const isComplete = (isNew ? faultsOf(draft).size === 0 : scheme !== null) && TERRITORY.test(territory ?? '') && file !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete) return
    if (columns) goTo('columns')
    else void readFile()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Body>
        <SchemeFields
          state={state}
          isNew={isNew}
          isTried={isTried}
          onNew={(wanted) => {
            setNew(wanted)
            give({ scheme: null })
          }}
        />
        <TerritoryField isTried={isTried} />
        <fieldset className={styles.group}>
          <legend>{t('gridImport.file.label')}</legend>
          <FileDrop
            label={t('gridImport.file.choose')}
            shown={file?.name ?? t('gridImport.file.choose')}
            hint={t('gridImport.file.hint')}
            accept=".geojson,.json,.zip,.gz,.xlsx,.csv"
            disabled={wizard.waiting !== null}
            invalid={(isTried && !file) || fieldOf(refusal) === 'file'}
            onFile={(chosen) => give({ file: chosen })}
          />
          {isTried && !file && (
            <p className={fields.error} role="alert">
              {t('gridImport.file.missing')}
            </p>
          )}
        </fieldset>
        <CrsField />
      </Body>
      <Footer next={t('gridImport.next')} />
    </form>
  )
}

/** Land that is on the map is found by its name; other land has a code all the same. */
function TerritoryField({ isTried }: { isTried: boolean }) {
  const { t } = useTranslation()
  const { territory, isOffMap: isTyped, refusal } = useWizard()
  const isWrong = !TERRITORY.test(territory ?? '')
  const missing = t(isTyped ? 'gridImport.territory.wrong' : 'gridImport.territory.missing')
  const error = isTried && isWrong ? missing : undefined
  const isRefused = fieldOf(refusal) === 'request.territory_code'
  return (
    <fieldset className={styles.group}>
      <legend>{t('gridImport.territory.label')}</legend>
      <Segments
        label={t('gridImport.territory.label')}
        value={isTyped ? 'unknown' : 'known'}
        options={[
          { value: 'known', label: t('gridImport.territory.known') },
          { value: 'unknown', label: t('gridImport.territory.unknown') },
        ]}
        onChange={(value) => give({ territory: null, isOffMap: value === 'unknown' })}
      />
      {isTyped ? (
        <TextField
          label={t('gridImport.territory.code')}
          hint={t('gridImport.territory.codeHint')}
          error={error ?? (isRefused ? '' : undefined)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={territory ?? ''}
          onChange={({ target }) => give({ territory: target.value.trim() || null })}
        />
      ) : (
        <TerritoryFinder
          label={t('gridImport.territory.find')}
          code={territory}
          error={error ?? (isRefused ? '' : undefined)}
          onChange={(code) => give({ territory: code })}
        />
      )}
    </fieldset>
  )
}
