import { LAYERS } from '#geodata/layers/index.ts'
import { listed, type Words } from './words.ts'

const list = (value: Parameters<typeof listed>[0]) => listed(value, ', ')

const POLYGON_FAULTS: Readonly<Record<string, string>> = {
  'Self-intersection': 'its border crosses itself',
  'Ring Self-intersection': 'a ring touches itself',
  'Hole lies outside shell': 'a hole lies outside',
  'Holes are nested': 'a hole lies in a hole',
  'Nested shells': 'one part lies in another',
  'Interior is disconnected': 'holes cut it apart',
  'Duplicate Rings': 'a ring is there twice',
  'Too few points in geometry component': 'a ring has too few points',
}

const polygonFault = ({ reason, x, y }: Readonly<Record<string, unknown>>) =>
  `${POLYGON_FAULTS[String(reason)] ?? reason} at ${x}, ${y}`

export const en: Words = {
  reasons: {
    not_a_feature: 'this is not a GeoJSON feature',
    shape_unreadable: 'the shape cannot be read',
    required: 'a value is needed',
    not_integer: 'not a whole number (write 1234, not 1,234)',
    not_number: 'not a number (write 1234.5, not 1,234.5)',
    below_minimum: ({ minimum }) => `less than ${minimum}`,
    above_maximum: ({ maximum }) => `more than ${maximum}`,
    not_boolean: 'neither yes nor no (是/否, true/false, yes/no, 1/0)',
    not_date: 'not a day (2024-03-05, 2024/3/5 or 20240305)',
    not_a_choice: ({ choices }) => `not one of ${list(choices)}`,
    not_text: 'a list or an object, not one value',
    code_rounded: 'too long for a number: its last digits are lost. Keep codes as text in the file',
    code_scientific: 'a spreadsheet has made a number of this code: its last digits are lost. Keep codes as text',
    code_not_digits: 'not all digits',
    code_wrong_length: ({ length, digits }) => `${length} digits instead of ${digits}`,
    no_geometry: 'without a geometry',
    wrong_geometry_type: ({ found, expected }) => `a ${found} where the layer has ${expected}`,
    several_parts: ({ parts }) => `${parts} parts where the layer takes one`,
    empty_geometry: 'an empty geometry',
    not_a_coordinate: 'a coordinate is not a number',
    not_degrees: ({ x, y, hint, system }) =>
      `${x}, ${y} are not degrees. ${
        hint === 'swapped'
          ? 'Are longitude and latitude swapped? Longitude comes first'
          : hint === 'zone'
            ? `The easting begins with a zone number: try --crs ${system}`
            : 'Metres? Then say in which system, such as --crs EPSG:4547'
      }`,
    outside_coordinate_system: ({ x, y, system }) =>
      `${x}, ${y} lie outside ${system}. Another zone, or northing before easting?`,
    too_near_pole: ({ y }) => `latitude ${y} is outside what the map can show`,
    too_few_points: ({ points, needed }) => `${points} points where ${needed} are needed`,
    unclosed_ring: ({ x, y }) => `a ring is not closed at ${x}, ${y}`,
    zero_length: ({ x, y }) => `a line without length at ${x}, ${y}`,
    invalid_polygon: (detail) => polygonFault(detail),
    invalid_when_snapped: (detail) => `on the grid of millimetres ${polygonFault(detail)}`,
    too_small: 'a part or hole is smaller than a millimetre',
    too_far_from_zone: ({ meridian, degrees }) =>
      `more than ${degrees}° from the zone of this file, ${meridian}° E. Bring it in by itself`,
    duplicate_in_file: ({ first }) => `the same as in row ${first}`,
    duplicate_of_stored: 'stored already and in force',
    not_after: ({ other }) => `has to lie behind ${other}`,
    no_such_level: ({ existing }) =>
      `there is no such scheme and level. There are: ${list(existing) || 'none'}. Choose with --set scheme=… --set level=…`,
    unstorable_text: 'a text holds a zero character or half a character',
  },
  formats: {
    unknown_format: 'The file is neither GeoJSON nor a zipped Shapefile.',
    empty_file: 'The file is empty.',
    gzip_damaged: ({ position }) => `The compressed file is damaged or cut short (after ${position} bytes). Fetch it again.`,
    zip_damaged: 'The zip archive is damaged or cut short. Fetch it again.',
    zip_without_shapefile: ({ files }) =>
      `There is no .shp in the archive. It holds: ${list(files) || 'nothing that belongs to one'}.`,
    zip_with_several_shapefiles: ({ files }) => `The archive holds several layers: ${list(files)}. Pack each by itself.`,
    text_unreadable: 'The text is neither UTF-8 nor GB18030.',
    file_too_large: 'The file is too large: unpacked it may have up to 512 MB. Split it.',
    not_json: ({ line, column, position }) =>
      `This is not JSON, or it is cut short: line ${line}, column ${column} (character ${position}).`,
    not_geojson: ({ found }) => `This is JSON but not GeoJSON (${found}).`,
    unknown_coordinate_system: ({ name }) =>
      `The coordinate system "${name}" is not known here. Reproject to CGCS2000 degrees (EPSG:4490), or name the right one with --crs.`,
    shapefile_damaged: ({ position }) => `The .shp is damaged or cut short at byte ${position}.`,
    table_damaged: ({ position }) => `The .dbf is damaged or cut short at byte ${position}.`,
    row_counts_differ: ({ shapes, rows }) =>
      `The .shp has ${shapes} shapes and the .dbf ${rows} rows: they do not belong together.`,
  },
  findings: {
    coordinate_system_not_stated: 'The file does not say its coordinate system: taken for degrees. --crs says it.',
    coordinate_system_overridden: ({ file, user }) => `The file says ${file}; read as ${user}, as you said.`,
    read_as_gb18030: 'The text is not UTF-8: read as GB18030.',
    code_page_not_as_declared: ({ declared, used }) => `The text is not in ${declared}, as the file says: read as ${used}.`,
    code_page_guessed: ({ used }) => `The file does not say its code page: read as ${used}.`,
    deleted_rows: ({ count }) => `${count} rows are marked as deleted and were left out.`,
    columns_not_read: ({ columns }) => `Columns of a kind that is not read: ${list(columns)}.`,
    no_table: 'There is no .dbf: shapes without properties.',
  },
  usage: {
    unknown_layer: ({ layer, layers }) => `There is no layer "${layer}". Layers: ${list(layers)}.`,
    unknown_field: ({ field, layer, fields }) => `${layer} has no field "${field}". Fields: ${list(fields)}.`,
    derived_field: ({ field, fields }) => `"${field}" is calculated and cannot be set. Fields: ${list(fields)}.`,
    unknown_source: ({ source, sources }) => `No feature has a property "${source}". Properties: ${list(sources) || 'none'}.`,
    field_twice: ({ field }) => `"${field}" has both a --map and a --set.`,
    field_not_provided: ({ fields, layer, sources }) =>
      `${layer} needs ${list(fields)}, which nothing in the file provides. Use --map FIELD=PROPERTY or --set FIELD=VALUE. Properties: ${list(sources) || 'none'}.`,
    constant_unfit: ({ field, value, reason, ...detail }) => {
      const phrase = en.reasons[reason as keyof typeof en.reasons]
      return `--set ${field}=${value}: ${typeof phrase === 'string' ? phrase : phrase(detail as never)}.`
    },
    unknown_coordinate_system: ({ name }) =>
      `--crs ${name} is not known. Known: EPSG:4326, 4490, 3857, 4491–4554 (CGCS2000 zones), 32601–32760 (UTM).`,
  },
  storing: {
    already_imported: ({ import: id, at, stored }) =>
      `The layer has this very file already: import ${id}, ${at}, ${stored} rows. Nothing was stored. To store it once more, add --again.`,
    changed_meanwhile: ({ constraint }) =>
      `Somebody stored the same code at the same time (${constraint}). Nothing was stored; run it again.`,
    table_refuses: ({ constraint, message }) => `The database refused the rows (${constraint}): ${message}. Nothing was stored.`,
  },
  command: {
    no_file: 'Which file?',
    several_files: ({ files }) => `One file at a time: ${list(files)}.`,
    no_layer: () => `Which layer? --layer LAYER with one of: ${LAYERS.map(({ id }) => id).join(', ')}.`,
    unknown_option: ({ option }) => `There is no option ${option}.`,
    option_without_value: ({ option }) => `${option} needs a value.`,
    not_a_pair: ({ option, value }) => `${option} ${value}: written as ${option} FIELD=…`,
    given_twice: ({ option, value }) => `${option} is given twice for "${value}".`,
    file_not_readable: ({ file, message }) => `${file} cannot be read: ${message}`,
    report_not_writable: ({ file, message }) => `The report cannot be written to ${file}: ${message}`,
  },
  database: {
    data_folder_in_use: ({ folder, detail }) =>
      `The data folder ${folder} is in use (${detail}), usually by a running Jiangli. Stop it (Ctrl-C), import, and start it again. With DATABASE_URL set to a PostgreSQL, both can run at once.`,
    data_folder_damaged: ({ folder, detail }) => `The data folder ${folder} is damaged: ${detail}. Nothing was changed in it.`,
    data_folder_other_version: ({ folder, detail }) => `The data folder ${folder} is of another version: ${detail}.`,
    data_folder_unusable: ({ folder, detail }) => `The data folder ${folder} cannot be used: ${detail}`,
    migration_changed: ({ message }) => `The database does not match this version: ${message}`,
    database_newer: ({ message }) => `The database belongs to a newer version: ${message}`,
    migration_failed: ({ message }) => `The database could not be brought to this version: ${message}`,
    database_failed: ({ message }) => `The database failed: ${message}. Nothing was stored.`,
  },
  report: {
    headline: ({ read, stored, refused }) => `read ${read}   stored ${stored}   refused ${refused}`,
    nothingStored: (others) => `Nothing was stored.${others ? ' Mend the file, or store the other rows with --partial.' : ''}`,
    storedAs: (importId) => `Stored as import ${importId}.`,
    zone: (meridian) => `millimetres of the CGCS2000 zone of ${meridian}° E`,
    coordinateSystem: (name) => `coordinates: ${name}`,
    filled: 'filled',
    constants: 'set',
    unmapped: 'kept beside',
    refusals: 'Refused:',
    row: (row) => `row ${row}`,
    value: (value) => `found ${value}`,
    more: (count) => `and ${count} more:`,
    note: 'note',
    seeHelp: 'npm run import -- --help explains everything.',
  },
  help: `Brings a file of geodata into a layer: all of it, or nothing.

  npm run import -- FILE --layer LAYER [options]

FILE      GeoJSON (.geojson, .json, also with .gz) or a zipped Shapefile (.zip)
--layer   ${LAYERS.map(({ id }) => id).join(', ')}

--map FIELD=PROPERTY  fill a field of the layer from a property of the file; again for each field.
                      Properties named like a field, in Chinese or English, are found without it.
--set FIELD=VALUE     fill a field with the same value in all rows
--crs NAME            the coordinate system, where the file does not say it: EPSG:4547
--partial             store the good rows although others are refused
--again               store the file although the layer has it already
--report FILE.json    write all refusals to a file
--help

Properties that fill no field are kept beside the row. Where: DATABASE_URL names a PostgreSQL with PostGIS;
without it the embedded database in JIANGLI_DATA (./data), through the server where one is running.
Exit code: 0 stored, 1 refused or failed, 2 wrong usage. LANG=zh_CN.UTF-8 gives Chinese.

Examples
  npm run import -- hydrants.geojson.gz --layer hydrants --map code=编号 --map road_name=道路
  npm run import -- rivers.geojson --layer rivers --map name=name_zh --set rank=main --partial
  npm run import -- cells.zip --layer unit_cells --map code=GEOID10 --map population=TOTPOP
  npm run import -- grids.zip --layer grids --set scheme=general --set level=2 --crs EPSG:4526
`,
}
