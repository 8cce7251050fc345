package names

const AttrName = "name"
