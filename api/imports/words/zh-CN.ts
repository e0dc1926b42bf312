import { LAYERS } from '#geodata/layers/index.ts'
import { listed, type Words } from './words.ts'

const list = (value: Parameters<typeof listed>[0]) => listed(value, '、')

const POLYGON_FAULTS: Readonly<Record<string, string>> = {
  'Self-intersection': '边界自相交',
  'Ring Self-intersection': '环自接触',
  'Hole lies outside shell': '洞在外环之外',
  'Holes are nested': '洞中有洞',
  'Nested shells': '一部分落在另一部分之内',
  'Interior is disconnected': '被洞切断',
  'Duplicate Rings': '环重复',
  'Too few points in geometry component': '环的点数不足',
}

const polygonFault = ({ reason, x, y }: Readonly<Record<string, unknown>>) =>
  `${POLYGON_FAULTS[String(reason)] ?? reason}，位置 ${x}, ${y}`

export const zh: Words = {
  reasons: {
    not_a_feature: '不是 GeoJSON 要素',
    shape_unreadable: '图形无法读取',
    required: '必填',
    not_integer: '不是整数（应写 1234，不写 1,234）',
    not_number: '不是数字（应写 1234.5，不写 1,234.5）',
    below_minimum: ({ minimum }) => `小于 ${minimum}`,
    above_maximum: ({ maximum }) => `大于 ${maximum}`,
    not_boolean: '不是“是”或“否”（是/否、true/false、yes/no、1/0）',
    not_date: '不是日期（2024-03-05、2024/3/5 或 20240305）',
    not_a_choice: ({ choices }) => `不在可选值之内：${list(choices)}`,
    not_text: '是列表或对象，不是单个值',
    code_rounded: '数字过长，末几位已丢失；编码在文件中应存为文本',
    code_scientific: '编码被表格软件变成科学计数法，末几位已丢失；应存为文本',
    code_not_digits: '不全是数字',
    code_wrong_length: ({ length, digits }) => `${length} 位，应为 ${digits} 位`,
    no_geometry: '没有图形',
    wrong_geometry_type: ({ found, expected }) => `图形类型是 ${found}，图层要求 ${expected}`,
    several_parts: ({ parts }) => `有 ${parts} 个部分，图层只接受一个`,
    empty_geometry: '空图形',
    not_a_coordinate: '坐标不是数字',
    not_degrees: ({ x, y, hint, system }) =>
      `${x}, ${y} 不是经纬度。${
        hint === 'swapped'
          ? '经纬度颠倒了？经度在前'
          : hint === 'zone'
            ? `横坐标带有带号，可试 --crs ${system}`
            : '是以米为单位？请指明坐标系，如 --crs EPSG:4547'
      }`,
    outside_coordinate_system: ({ x, y, system }) => `${x}, ${y} 超出 ${system} 的范围。是否带号不对，或纵横坐标颠倒？`,
    too_near_pole: ({ y }) => `纬度 ${y} 超出地图能显示的范围`,
    too_few_points: ({ points, needed }) => `只有 ${points} 个点，至少要 ${needed} 个`,
    unclosed_ring: ({ x, y }) => `环未闭合，位置 ${x}, ${y}`,
    zero_length: ({ x, y }) => `线长为零，位置 ${x}, ${y}`,
    invalid_polygon: (detail) => polygonFault(detail),
    invalid_when_snapped: (detail) => `归到毫米格网后${polygonFault(detail)}`,
    too_small: '有小于一毫米的部分或洞',
    too_far_from_zone: ({ meridian, degrees }) => `距本文件所在带（中央经线 ${meridian}°）超过 ${degrees}°，请单独导入`,
    duplicate_in_file: ({ first }) => `与第 ${first} 行相同`,
    duplicate_of_stored: '库中已有现行记录',
    not_after: ({ other }) => `应在 ${other} 之后`,
    no_such_level: ({ existing }) =>
      `没有这个网格体系及级别。现有：${list(existing) || '无'}。用 --set scheme=… --set level=… 指定`,
    unstorable_text: '文字中有零字符或半个字符',
  },
  formats: {
    unknown_format: '文件既不是 GeoJSON，也不是 zip 打包的 Shapefile。',
    empty_file: '文件是空的。',
    gzip_damaged: ({ position }) => `压缩文件损坏或不完整（${position} 字节之后）。请重新获取。`,
    zip_damaged: 'zip 包损坏或不完整。请重新获取。',
    zip_without_shapefile: ({ files }) => `包内没有 .shp 文件。包内有：${list(files) || '没有相关文件'}。`,
    zip_with_several_shapefiles: ({ files }) => `包内有多个图层：${list(files)}。请分别打包。`,
    text_unreadable: '文字既不是 UTF-8，也不是 GB18030。',
    file_too_large: '文件过大：解压后不能超过 512 MB。请拆分。',
    not_json: ({ line, column, position }) => `不是 JSON，或不完整：第 ${line} 行第 ${column} 列（第 ${position} 个字符）。`,
    not_geojson: ({ found }) => `是 JSON，但不是 GeoJSON（${found}）。`,
    unknown_coordinate_system: ({ name }) => `不认识坐标系“${name}”。请转换为 CGCS2000 经纬度（EPSG:4490），或用 --crs 指明。`,
    shapefile_damaged: ({ position }) => `.shp 文件在第 ${position} 字节处损坏或不完整。`,
    table_damaged: ({ position }) => `.dbf 文件在第 ${position} 字节处损坏或不完整。`,
    row_counts_differ: ({ shapes, rows }) => `.shp 有 ${shapes} 个图形，.dbf 有 ${rows} 行，不是同一套文件。`,
  },
  findings: {
    coordinate_system_not_stated: '文件没有说明坐标系，按经纬度读取。可用 --crs 指明。',
    coordinate_system_overridden: ({ file, user }) => `文件写的是 ${file}，按您指定的 ${user} 读取。`,
    read_as_gb18030: '文字不是 UTF-8，按 GB18030 读取。',
    code_page_not_as_declared: ({ declared, used }) => `文件声明的代码页 ${declared} 与文字不符，按 ${used} 读取。`,
    code_page_guessed: ({ used }) => `文件没有说明代码页，按 ${used} 读取。`,
    deleted_rows: ({ count }) => `有 ${count} 行标记为已删除，未读入。`,
    columns_not_read: ({ columns }) => `这些列的类型不支持，未读入：${list(columns)}。`,
    no_table: '没有 .dbf 文件，只有图形，没有属性。',
  },
  usage: {
    unknown_layer: ({ layer, layers }) => `没有图层“${layer}”。图层：${list(layers)}。`,
    unknown_field: ({ field, layer, fields }) => `${layer} 没有字段“${field}”。字段：${list(fields)}。`,
    derived_field: ({ field, fields }) => `“${field}”由系统计算，不能导入。字段：${list(fields)}。`,
    unknown_source: ({ source, sources }) => `没有要素带属性“${source}”。属性：${list(sources) || '无'}。`,
    field_twice: ({ field }) => `“${field}”同时用了 --map 和 --set。`,
    field_not_provided: ({ fields, layer, sources }) =>
      `${layer} 必须有 ${list(fields)}，文件中没有。请用 --map 字段=属性 或 --set 字段=值。属性：${list(sources) || '无'}。`,
    constant_unfit: ({ field, value, reason, ...detail }) => {
      const phrase = zh.reasons[reason as keyof typeof zh.reasons]
      return `--set ${field}=${value}：${typeof phrase === 'string' ? phrase : phrase(detail as never)}。`
    },
    unknown_coordinate_system: ({ name }) =>
      `不认识 --crs ${name}。可用：EPSG:4326、4490、3857、4491–4554（CGCS2000 各带）、32601–32760（UTM）。`,
  },
  storing: {
    already_imported: ({ import: id, at, stored }) =>
      `此图层已经导入过这个文件：第 ${id} 次导入，${at}，${stored} 行。没有存入任何数据。确要再存一次，请加 --again。`,
    changed_meanwhile: ({ constraint }) => `同时有人存入了相同的编码（${constraint}）。没有存入任何数据，请重新导入。`,
    table_refuses: ({ constraint, message }) => `数据库拒绝了这些行（${constraint}）：${message}。没有存入任何数据。`,
  },
  command: {
    no_file: '要导入哪个文件？',
    several_files: ({ files }) => `一次导入一个文件：${list(files)}。`,
    no_layer: () => `导入到哪个图层？--layer 图层，可选：${LAYERS.map(({ id, name }) => `${id}（${name.zh}）`).join('、')}。`,
    unknown_option: ({ option }) => `没有选项 ${option}。`,
    option_without_value: ({ option }) => `${option} 后面要有值。`,
    not_a_pair: ({ option, value }) => `${option} ${value}：应写成 ${option} 字段=…`,
    given_twice: ({ option, value }) => `${option} 对“${value}”给了两次。`,
    file_not_readable: ({ file, message }) => `无法读取 ${file}：${message}`,
    report_not_writable: ({ file, message }) => `无法写入报告 ${file}：${message}`,
  },
  database: {
    data_folder_in_use: ({ folder, detail }) =>
      `数据目录 ${folder} 正在使用（${detail}），一般是疆理正在运行。请先停止它（Ctrl-C），导入后再启动。若 DATABASE_URL 指向 PostgreSQL，则可以边运行边导入。`,
    data_folder_damaged: ({ folder, detail }) => `数据目录 ${folder} 已损坏：${detail}。没有改动其中任何内容。`,
    data_folder_other_version: ({ folder, detail }) => `数据目录 ${folder} 属于其他版本：${detail}。`,
    data_folder_unusable: ({ folder, detail }) => `数据目录 ${folder} 无法使用：${detail}`,
    migration_changed: ({ message }) => `数据库与本版本不符：${message}`,
    database_newer: ({ message }) => `数据库属于更新的版本：${message}`,
    migration_failed: ({ message }) => `数据库升级失败：${message}`,
    database_failed: ({ message }) => `数据库出错：${message}。没有存入任何数据。`,
  },
  report: {
    headline: ({ read, stored, refused }) => `读取 ${read}   存入 ${stored}   拒绝 ${refused}`,
    nothingStored: (others) => `没有存入任何数据。${others ? '请改正文件，或用 --partial 只存入其余各行。' : ''}`,
    storedAs: (importId) => `已存入，第 ${importId} 次导入。`,
    zone: (meridian) => `CGCS2000 中央经线 ${meridian}° 带，毫米格网`,
    coordinateSystem: (name) => `坐标系：${name}`,
    filled: '对应',
    constants: '固定值',
    unmapped: '另存',
    refusals: '拒绝：',
    row: (row) => `第 ${row} 行`,
    value: (value) => `原值 ${value}`,
    more: (count) => `另有 ${count} 条：`,
    note: '注意',
    seeHelp: 'npm run import -- --help 有完整说明。',
  },
  help: `把一个地理数据文件导入图层：要么全部存入，要么一行不存。

  npm run import -- 文件 --layer 图层 [选项]

文件      GeoJSON（.geojson、.json，也可加 .gz）或 zip 打包的 Shapefile（.zip）
--layer   ${LAYERS.map(({ id, name }) => `${id} ${name.zh}`).join('，')}

--map 字段=属性     用文件的属性填图层的字段，每个字段写一次。
                    属性名与字段的中文名或英文名相同的，自动对应。
--set 字段=值       所有行填同一个值
--crs 坐标系        文件没有说明坐标系时指明：EPSG:4547
--partial           即使有的行被拒绝，也存入其余各行
--again             图层已有这个文件，仍再存入一次
--report 文件.json  把所有被拒绝的行写入文件
--help

没有对应字段的属性原样另存。存入何处：DATABASE_URL 指明带 PostGIS 的 PostgreSQL；
未设时用 JIANGLI_DATA（默认 ./data）中的内嵌数据库；疆理正在运行时，经由它存入。
退出码：0 已存入，1 被拒绝或失败，2 用法不对。

示例
  npm run import -- 消火栓.geojson.gz --layer hydrants --map code=编号 --map road_name=道路
  npm run import -- rivers.geojson --layer rivers --map name=name_zh --set rank=main --partial
  npm run import -- cells.zip --layer unit_cells --map code=GEOID10 --map population=TOTPOP
  npm run import -- 网格.zip --layer grids --set scheme=general --set level=2 --crs EPSG:4526
`,
}
