import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { explained, Field } from '../../access/Fields.tsx'
import { fieldOf, give, useWizard } from './wizard.ts'

/** EPSG codes of CGCS2000 in 3° zones, of the first zone (25, at 75° E): without and with the zone's number before the easting. */
const FIRST_ZONE = 25
const LAST_ZONE = 45
const ZONES = Array.from({ length: LAST_ZONE - FIRST_ZONE + 1 }, (_, index) => ({
  zone: FIRST_ZONE + index,
  degrees: (FIRST_ZONE + index) * 3,
  plain: `EPSG:${4534 + index}`,
  numbered: `EPSG:${4513 + index}`,
}))

/** In which system the numbers of the file are; what is chosen counts more than what the file says. */
export function CrsField() {
  const { t } = useTranslation()
  const id = useId()
  const { crs, columns, refusal } = useWizard()
  const isUnstated = columns?.file_findings.some(({ code }) => code === 'coordinate_system_not_stated') ?? false
  const inFile =
    columns && crs === null
      ? t('gridImport.crs.asInFileNamed', { name: columns.coordinate_system })
      : t('gridImport.crs.asInFile')
  const hint = t(isUnstated ? 'gridImport.crs.notStated' : 'gridImport.crs.hint')
  return (
    <Field id={id} label={t('gridImport.crs.label')} hint={hint}>
      <select
        {...explained(id, hint, undefined)}
        id={id}
        value={crs ?? ''}
        aria-invalid={fieldOf(refusal) === 'request.crs'}
        onChange={({ target }) => give({ crs: target.value || null })}
      >
        <option value="">{inFile}</option>
        <optgroup label={t('gridImport.crs.degrees')}>
          <option value="EPSG:4490">CGCS2000（EPSG:4490）</option>
          <option value="EPSG:4326">WGS 84（EPSG:4326）</option>
        </optgroup>
        <optgroup label={t('gridImport.crs.zones3')}>
          {ZONES.map(({ plain, degrees }) => (
            <option key={plain} value={plain}>
              {t('gridImport.crs.meridian', { degrees, name: plain })}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('gridImport.crs.zones3Numbered')}>
          {ZONES.map(({ numbered, degrees, zone }) => (
            <option key={numbered} value={numbered}>
              {t('gridImport.crs.zone', { zone, degrees, name: numbered })}
            </option>
          ))}
        </optgroup>
        <option value="EPSG:3857">{t('gridImport.crs.mercator')}</option>
      </select>
    </Field>
  )
}
