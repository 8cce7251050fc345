import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import ts from "typescript";

/** A property of a type's arguments, as the SDK declares it. */
export interface Property {
  readonly kind: "string" | "number" | "boolean" | "list" | "map" | "object" | "other";
  readonly isRequired: boolean;
  readonly doc: string;
  /** Of a list or map: its elements. */
  readonly element?: Property;
  /** Of an object: its properties. */
  readonly properties?: Properties;
}

export type Properties = ReadonlyMap<string, Property>;

/** What the SDK of the AWS provider says of the arguments of every type of resource. */
export class Sdk {
  private readonly nested = new Map<string, ts.InterfaceDeclaration>();
  private readonly types = new Map<string, () => Properties>();
  private readonly read = new Map<ts.InterfaceDeclaration, Map<string, Property>>();

  /** @param folder Of the package @pulumi/aws. */
  constructor(private readonly folder: string) {
    const inputs = this.source("types/input.d.ts");
    const walk = (node: ts.Node, prefix: string): void => {
      if (ts.isInterfaceDeclaration(node)) this.nested.set(`${prefix}${node.name.text}`, node);
      if (ts.isModuleDeclaration(node))
        ts.forEachChild(node.body ?? node, (each) => walk(each, `${prefix}${node.name.text}.`));
    };
    ts.forEachChild(inputs, (each) => walk(each, ""));
    for (const module of readdirSync(folder, { withFileTypes: true })) {
      if (module.isDirectory() && !["types", "node_modules"].includes(module.name)) this.readModule(module.name);
    }
  }

  get tokens(): readonly string[] {
    return [...this.types.keys()].sort();
  }

  /** The arguments of a type; empty for one that the SDK does not have. */
  argumentsOf(token: string): Properties {
    return this.types.get(token)?.() ?? new Map<string, Property>();
  }

  private source(file: string): ts.SourceFile {
    const full = path.join(this.folder, file);
    return ts.createSourceFile(file, readFileSync(full, "utf8"), ts.ScriptTarget.Latest, true);
  }

  private readModule(module: string): void {
    for (const file of readdirSync(path.join(this.folder, module))) {
      if (!file.endsWith(".js") || file.startsWith("get")) continue;
      const code = readFileSync(path.join(this.folder, module, file), "utf8");
      const [, token] = /__pulumiType = '([^']+)'/.exec(code) ?? [];
      const [, name] = /^export class (\w+) extends/m.exec(code) ?? /^class (\w+) extends/m.exec(code) ?? [];
      if (name === undefined || token === undefined) continue;
      this.types.set(token, () => {
        const declared = this.source(`${module}/${file.replace(/\.js$/, ".d.ts")}`);
        const found = declared.statements.find(
          (each) => ts.isInterfaceDeclaration(each) && each.name.text === `${name}Args`,
        );
        return found ? this.propertiesOf(found as ts.InterfaceDeclaration) : new Map<string, Property>();
      });
    }
  }

  private propertiesOf(declaration: ts.InterfaceDeclaration): Map<string, Property> {
    const known = this.read.get(declaration);
    if (known) return known;
    const properties = new Map<string, Property>();
    this.read.set(declaration, properties);
    for (const member of declaration.members) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      const doc = ts
        .getJSDocCommentsAndTags(member)
        .map((each) => each.getText())
        .join("\n");
      const name = member.name.getText();
      properties.set(name, { ...this.kindOf(member.type), isRequired: member.questionToken === undefined, doc });
    }
    return properties;
  }

  private kindOf(type: ts.TypeNode): Omit<Property, "isRequired" | "doc"> {
    if (ts.isUnionTypeNode(type)) {
      const [first] = type.types.filter((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword);
      return first ? this.kindOf(first) : { kind: "other" };
    }
    if (type.kind === ts.SyntaxKind.StringKeyword) return { kind: "string" };
    if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: "number" };
    if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: "boolean" };
    if (ts.isArrayTypeNode(type))
      return { kind: "list", element: { ...this.kindOf(type.elementType), isRequired: true, doc: "" } };
    if (ts.isTypeLiteralNode(type)) {
      const [index] = type.members;
      const value =
        index && ts.isIndexSignatureDeclaration(index) ? this.kindOf(index.type) : ({ kind: "other" } as const);
      return { kind: "map", element: { ...value, isRequired: true, doc: "" } };
    }
    if (!ts.isTypeReferenceNode(type)) return { kind: "other" };
    const name = type.typeName.getText();
    const [argument] = type.typeArguments ?? [];
    if (name === "pulumi.Input" && argument) return this.kindOf(argument);
    // Names of values, such as an ARN, or a union of texts.
    if (/^(ARN|.*\.ARN)$/.test(name) || name.startsWith("enums.")) return { kind: "string" };
    const found = this.nested.get(name.replace(/^inputs\./, ""));
    // An interface that holds itself is read once: its map fills up meanwhile.
    return found ? { kind: "object", properties: this.propertiesOf(found) } : { kind: "other" };
  }
}
