@main struct Paramscope { static func main() {} }
