package org.shouwen.directory;

import java.util.List;
import org.shouwen.problems.NotFound;
import org.shouwen.tables.Columns;
import org.shouwen.tables.Columns.Column;

/** The tables of places, classes of matter, units, officers and duties: what their columns are called, by programs and by offices. */
final class DirectoryTables {
    static final Columns UNITS = new Columns(
            List.of(
                    Column.of("code", "heating", "代码", "单位代码", "单位编码", "编码"),
                    Column.of("name", "示例热力公司", "名称", "单位名称", "单位", "承办单位"),
                    Column.of("kind", "公共服务企事业", "类别", "单位类别", "单位类型", "类型"),
                    Column.of("head", "张三", "一把手", "主要负责人", "单位负责人", "负责人"),
                    Column.of("leader_in_charge", "李四", "分管领导", "分管负责人"),
                    Column.of("desk", "客户服务中心", "受理机构", "受理科室", "受理部门"),
                    Column.of("phone", "010-12345678", "电话", "联系电话", "办公电话", "受理电话"),
                    Column.of("parent", "housing", "上级单位", "上级", "主管单位", "主管部门")),
            List.of(List.of("code", "name")));

    static final Columns OFFICERS = new Columns(
            List.of(
                    Column.of("unit", "示例热力公司", "单位", "承办单位", "单位名称", "单位代码"),
                    Column.of("section", "收费部", "科室", "责任科室", "科室名称", "部门"),
                    Column.of("name", "张三", "姓名", "责任人", "人员"),
                    Column.of("post", "承办人", "职务", "岗位"),
                    Column.of("phone", "010-12345678", "电话", "联系电话", "办公电话", "手机", "手机号")),
            List.of(List.of("unit"), List.of("name")));

    /** Without a place a matter is the unit's everywhere: a heading that is missing must not come to mean that. */
    static final Columns DUTIES = new Columns(
            List.of(
                    Column.of("matter_class", "室内温度不达标", "事项类别", "类别", "事项", "诉求类别"),
                    Column.of("place", "城东区", "区县", "县区", "地区", "地点", "属地", "区域"),
                    Column.of("unit", "示例热力公司", "单位", "承办单位", "责任单位", "单位名称", "单位代码")),
            List.of(List.of("matter_class"), List.of("place"), List.of("unit")));

    /** Codes and names are all it takes: level and parent follow from statistical codes. */
    static final Columns PLACES = new Columns(
            List.of(
                    Column.of("code", "110101001", "代码", "区划代码", "行政区划代码", "统计用区划代码", "编码"),
                    Column.of("name", "城东街道", "名称", "区划名称", "地名", "单位名称"),
                    Column.of("level", "乡镇街道", "级别", "层级", "类型"),
                    Column.of("parent", "城东区", "上级", "上级区划", "上级代码", "所属")),
            List.of(List.of("code")));

    static final Columns CLASSES = new Columns(
            List.of(
                    Column.of("code", "heat-cold", "代码", "类别代码", "事项代码", "编码"),
                    Column.of("name", "室内温度不达标", "名称", "事项类别", "类别", "事项", "类别名称"),
                    Column.of("parent", "供热", "上级", "上级类别", "大类", "一级类别"),
                    Column.of("limit_class", "一般", "时限类别", "办理时限", "时限")),
            List.of(List.of("code")));

    private DirectoryTables() {}

    static Columns of(String what) {
        return switch (what) {
            case "places" -> PLACES;
            case "classes" -> CLASSES;
            case "units" -> UNITS;
            case "officers" -> OFFICERS;
            case "duties" -> DUTIES;
            case "landmarks" -> LandmarkRows.COLUMNS;
            default -> throw new NotFound("table", what);
        };
    }
}
