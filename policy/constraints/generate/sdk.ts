import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import ts from "typescript";

/** A property of a type's arguments, as the SDK declares it. */
export interface Property {
  readonly kind: "string" | "number" | "boolean" | "list" | "map" | "object" | "other";
  readonly isRequired: boolean;
  readonly doc: string;
  /** Values of other kinds are taken as well, such as a document in the place of its text: {@link kind} is the first one. */
  readonly isMixed?: true;
  /** Of a list or map: its elements. */
  readonly element?: Property;
  /** Of an object: its properties, and the name of its interface, with the module: `ecs.ClusterSetting`. */
  readonly properties?: Properties;
  readonly shape?: string;
}

export type Properties = ReadonlyMap<string, Property>;

/** An output of a resource: whether it always has a value once the resource is there. */
export type Outputs = ReadonlyMap<string, { readonly isAlwaysSet: boolean }>;

/** What the SDK of the AWS provider says of every type of resource. */
export class Sdk {
  private readonly nested = new Map<string, ts.InterfaceDeclaration>();
  private readonly types = new Map<string, { file: string; name: string }>();
  private readonly sources = new Map<string, string>();
  private readonly read = new Map<ts.InterfaceDeclaration, Map<string, Property>>();

  /**
   * @param folder Of the package @pulumi/aws.
   * @param side Whose nested shapes: those of arguments, or those of what data sources return.
   */
  constructor(
    private readonly folder: string,
    side: "input" | "output" = "input",
  ) {
    const inputs = this.source(`types/${side}.d.ts`);
    const walk = (node: ts.Node, prefix: string): void => {
      if (ts.isInterfaceDeclaration(node)) this.nested.set(`${prefix}${node.name.text}`, node);
      if (ts.isModuleDeclaration(node))
        ts.forEachChild(node.body ?? node, (each) => walk(each, `${prefix}${node.name.text}.`));
    };
    ts.forEachChild(inputs, (each) => walk(each, ""));
    this.readModule(".");
    for (const module of readdirSync(folder, { withFileTypes: true })) {
      if (module.isDirectory() && !["types", "node_modules"].includes(module.name)) this.readModule(module.name);
    }
  }

  get tokens(): readonly string[] {
    return [...this.types.keys()].sort();
  }

  /** The tokens of the data sources. */
  get sourceTokens(): readonly string[] {
    return [...this.sources.keys()].sort();
  }

  /** The arguments of a type; empty for one that the SDK does not have. */
  readArguments(token: string): Properties {
    const type = this.types.get(token);
    return type ? this.readInterface(type.file, `${type.name}Args`) : new Map<string, Property>();
  }

  /** The outputs of a type, arguments among them. */
  readOutputs(token: string): Outputs {
    const type = this.types.get(token);
    const declared = type && this.source(`${type.file}.d.ts`).statements.find((each) => ts.isClassDeclaration(each));
    const outputs = (declared?.members ?? []).flatMap((member) => {
      if (!ts.isPropertyDeclaration(member) || !member.type || !ts.isTypeReferenceNode(member.type)) return [];
      const [value] = member.type.typeArguments ?? [];
      if (member.type.typeName.getText() !== "pulumi.Output" || !value) return [];
      const isAlwaysSet = !(ts.isUnionTypeNode(value) && value.types.some(isUndefined));
      return [[member.name.getText(), { isAlwaysSet }] as const];
    });
    return new Map(outputs);
  }

  /** What a data source returns. */
  readResult(token: string): Properties {
    const file = this.sources.get(token) ?? "";
    const name = path.basename(file);
    return this.readInterface(file, `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
  }

  private source(file: string): ts.SourceFile {
    const full = path.join(this.folder, file);
    return ts.createSourceFile(file, readFileSync(full, "utf8"), ts.ScriptTarget.Latest, true);
  }

  private readModule(module: string): void {
    for (const file of readdirSync(path.join(this.folder, module))) {
      if (!file.endsWith(".js")) continue;
      const code = readFileSync(path.join(this.folder, module, file), "utf8");
      const stem = `${module}/${file.replace(/\.js$/, "")}`;
      const [, source] = /runtime\.invoke\("(aws:[^"]+)"/.exec(code) ?? [];
      if (source !== undefined) this.sources.set(source, stem);
      const [, token] = /__pulumiType = '([^']+)'/.exec(code) ?? [];
      const [, name] = /^export class (\w+) extends/m.exec(code) ?? /^class (\w+) extends/m.exec(code) ?? [];
      if (name !== undefined && token?.startsWith("aws:")) this.types.set(token, { file: stem, name });
    }
  }

  private readInterface(file: string, name: string): Properties {
    const found = this.source(`${file}.d.ts`).statements.find(
      (each) => ts.isInterfaceDeclaration(each) && each.name.text === name,
    );
    return found ? this.readProperties(found as ts.InterfaceDeclaration) : new Map<string, Property>();
  }

  private readProperties(declaration: ts.InterfaceDeclaration): Map<string, Property> {
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
      properties.set(name, { ...this.readKind(member.type), isRequired: member.questionToken === undefined, doc });
    }
    return properties;
  }

  private readKind(type: ts.TypeNode): Omit<Property, "isRequired" | "doc"> {
    if (ts.isUnionTypeNode(type)) {
      const [first, ...others] = type.types.filter((each) => !isUndefined(each)).map((each) => this.readKind(each));
      if (!first) return { kind: "other" };
      return others.every(({ kind }) => kind === first.kind) ? first : { ...first, isMixed: true };
    }
    if (type.kind === ts.SyntaxKind.StringKeyword) return { kind: "string" };
    if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: "number" };
    if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: "boolean" };
    if (ts.isArrayTypeNode(type))
      return { kind: "list", element: { ...this.readKind(type.elementType), isRequired: true, doc: "" } };
    if (ts.isTypeLiteralNode(type)) {
      const [index] = type.members;
      const value =
        index && ts.isIndexSignatureDeclaration(index) ? this.readKind(index.type) : ({ kind: "other" } as const);
      return { kind: "map", element: { ...value, isRequired: true, doc: "" } };
    }
    if (!ts.isTypeReferenceNode(type)) return { kind: "other" };
    const name = type.typeName.getText();
    const [argument] = type.typeArguments ?? [];
    if (name === "pulumi.Input" && argument) return this.readKind(argument);
    // Names of values, such as an ARN, or a union of texts.
    if (/^(ARN|.*\.ARN)$/.test(name) || name.startsWith("enums.")) return { kind: "string" };
    const shape = name.replace(/^(inputs|outputs)\./, "");
    const found = this.nested.get(shape);
    // An interface that holds itself is read once: its map fills up meanwhile.
    return found ? { kind: "object", properties: this.readProperties(found), shape } : { kind: "other" };
  }
}

const isUndefined = (type: ts.TypeNode): boolean => type.kind === ts.SyntaxKind.UndefinedKeyword;
