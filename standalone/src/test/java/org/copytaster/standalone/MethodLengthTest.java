package org.copytaster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method can be read without scrolling. */
class MethodLengthTest {

  /** Lines, from the first annotation to the last brace. */
  private static final int MOST = 40;

  @TempDir private Path directory;

  @Test
  void noMethodIsLongerThanFortyLines() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      var sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/main/java/"))
              .toList();

      assertThat(sources).hasSizeGreaterThan(300);
      assertThat(tooLong(sources)).isEmpty();
    }
  }

  @Test
  void aLongMethodIsFound() throws IOException {
    var source = directory.resolve("Long.java");
    Files.writeString(
        source,
        "class Long {\n  void most() {"
            + "\n".repeat(39)
            + "}\n  void more() {"
            + "\n".repeat(40)
            + "}\n}\n");

    assertThat(tooLong(List.of(source))).containsExactly("Long.java: more has 41 lines");
  }

  private static List<String> tooLong(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new ArrayList<String>();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var options = List.of("-proc:none");
      var task = (JavacTask) compiler.getTask(null, files, null, options, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      for (var unit : task.parse()) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var lines = unit.getLineMap();
            long begin = lines.getLineNumber(positions.getStartPosition(unit, method));
            long end = lines.getLineNumber(positions.getEndPosition(unit, method));
            if (end - begin >= MOST) {
              var file = Path.of(unit.getSourceFile().toUri()).getFileName();
              found.add(file + ": " + method.getName() + " has " + (end - begin + 1) + " lines");
            }
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
    }
    return found;
  }
}
