/** What an emitted module is made of: plain data, so that emitters say what and the printer alone knows how. */

export interface Module {
  readonly header: string;
  readonly imports: readonly Import[];
  readonly declarations: readonly Declaration[];
}

export interface Import {
  readonly from: string;
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  readonly name: string;
  readonly typeOnly: boolean;
  /** The local name, where it differs. */
  readonly alias?: string;
}

export type Declaration =
  | InterfaceDeclaration
  | AliasDeclaration
  | ConstDeclaration
  | FunctionDeclaration
  | ClassDeclaration
  | ReExport;

interface Documented {
  /** Text of a documentation comment, already through its door. */
  readonly docs?: string;
}

export interface InterfaceDeclaration extends Documented {
  readonly kind: "interface";
  readonly name: string;
  readonly extends?: readonly string[];
  readonly members: readonly Member[];
}

export interface Member extends Documented {
  /** As it stands in code: bare, quoted, or an index such as `[key: string]`. */
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

export interface AliasDeclaration extends Documented {
  readonly kind: "alias";
  readonly name: string;
  readonly type: string;
}

export interface ConstDeclaration extends Documented {
  readonly kind: "const";
  readonly name: string;
  readonly exported: boolean;
  readonly type?: string;
  readonly value: string;
}

export interface FunctionDeclaration extends Documented {
  readonly kind: "function";
  readonly name: string;
  readonly typeParameters?: readonly string[];
  readonly parameters: readonly FunctionParameter[];
  readonly returns: string;
  readonly body: string;
}

export interface FunctionParameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly initializer?: string;
}

export interface ClassDeclaration extends Documented {
  readonly kind: "class";
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  readonly initializer: Documented & {
    readonly parameters: readonly FunctionParameter[];
    readonly body: string;
  };
  readonly methods: readonly Omit<FunctionDeclaration, "kind">[];
}

export interface ReExport {
  readonly kind: "reExport";
  readonly from: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}
